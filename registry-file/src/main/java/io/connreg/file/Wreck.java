package io.connreg.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of a damaged store add up to, those left out that cannot be read. */
final class Wreck {
    private static final Pattern ID = Pattern.compile("\"id\":\"([\\x21-\\x7e&&[^\"\\\\]]{1,64})\"");

    private final LineParser parser = new LineParser(new Shared());
    /** By id, in the order in which they were last written. */
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private final List<SalvageReport.Loss> losses = new ArrayList<>();
    private Memory.@Nullable PlacedSlot slot;
    private @Nullable String store;

    List<Row> rows() {
        return new ArrayList<>(rows.values());
    }

    Optional<Memory.PlacedSlot> slot() {
        return Optional.ofNullable(slot);
    }

    List<SalvageReport.Loss> losses() {
        return losses;
    }

    void missing(FileName file) {
        losses.add(new SalvageReport.Loss(file.toString(), 0, 0, "the file is missing", null));
    }

    void lose(Place place, String reason, @Nullable String id) {
        losses.add(new SalvageReport.Loss(place.file().name().toString(), place.at(), place.length(), reason, id));
    }

    /** Goes on at the next line's end behind what it cannot read. */
    void read(DataFile file) throws IOException {
        long end = Tail.length(file.file(), 0);
        LineScanner lines = LineScanner.throughHoles(file.file());
        for (LineScanner.Found found = lines.next();
                found != LineScanner.Found.END && lines.at() < end;
                found = lines.next()) {
            Place place = new Place(file, lines.at(), (int) Math.min(lines.length(), end - lines.at()), 0);
            if (found == LineScanner.Found.LINE && lines.isWhole()) {
                if (!take(lines, place)) {
                    lose(new Place(file, 0, (int) Math.min(Integer.MAX_VALUE, end), 0), "it is another store's", null);
                    return;
                }
            } else {
                lose(place, "it is not a line as it was written", id(lines));
            }
        }
    }

    /** False if all of the file is not to be taken. */
    private boolean take(LineScanner lines, Place place) {
        try {
            Line line = parser.parse(lines.bytes(), lines.from(), lines.to());
            if (line instanceof Line.Header header) {
                return take(header);
            }
            take(line, place);
        } catch (BadLineException e) {
            lose(place, e.reason(), id(lines));
        }
        return true;
    }

    private boolean take(Line.Header header) throws BadLineException {
        if (header.format() > Lines.FORMAT) {
            throw new BadLineException("it is of the newer format " + header.format());
        }
        if (store == null) {
            store = header.store();
        }
        return header.store().equals(store);
    }

    private void take(Line line, Place place) {
        if (line instanceof Line.Put put) {
            rows.remove(put.head().id());
            Place placed = new Place(place.file(), place.at(), place.length(), put.documentAt());
            rows.put(put.head().id(), new Row(put.head(), put.terms(), placed));
        } else if (line instanceof Line.Delete delete) {
            rows.remove(delete.id());
        } else if (line instanceof Line.Slot next
                && (slot == null || next.slot().version() >= slot.slot().version())) {
            slot = new Memory.PlacedSlot(next.slot(), place);
        }
    }

    private static @Nullable String id(LineScanner lines) {
        String text = new String(lines.bytes(), lines.from(), Math.min(lines.length(), 1_000), ISO_8859_1);
        Matcher id = ID.matcher(text);
        return id.find() ? id.group(1) : null;
    }
}

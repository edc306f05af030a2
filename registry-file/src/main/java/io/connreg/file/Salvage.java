package io.connreg.file;

import io.connreg.RegistrySetupException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes over into a new store what can be read of a damaged one. */
final class Salvage {
    /** A snapshot stands behind the segment of its number. */
    private static final Comparator<FileName> IN_ORDER =
            Comparator.comparingLong(FileName::number).thenComparing(FileName::kind);

    private final Disk from;
    private final Failures failures;
    private final DataFiles files;
    private final Wreck wreck = new Wreck();

    private Salvage(Disk from) {
        this.from = from;
        this.failures = new Failures(from);
        this.files = new DataFiles(from);
    }

    static SalvageReport run(Disk from, Disk to) {
        Salvage salvage = new Salvage(from);
        try {
            salvage.read();
            return salvage.writeTo(to);
        } catch (IOException e) {
            throw salvage.failures.unusable("salvage", e);
        } finally {
            salvage.files.close();
        }
    }

    /** From the newest snapshot on that is sound; all there is if none is. */
    private void read() throws IOException {
        List<FileName> names = new ArrayList<>();
        for (String name : from.list()) {
            FileName.parse(name)
                    .filter(own -> !own.unfinished() && own.kind() != FileName.Kind.INDEX)
                    .ifPresent(names::add);
        }
        if (names.isEmpty()) {
            throw failures.refused("there is no store in it to salvage.");
        }
        names.sort(IN_ORDER);
        long next = names.get(0).kind() == FileName.Kind.SNAPSHOT ? names.get(0).number() : 1;
        for (int i = names.size() - 1; i >= 0; i--) {
            if (names.get(i).kind() == FileName.Kind.SNAPSHOT && isSound(names.get(i))) {
                next = names.get(i).number();
                names = names.subList(i, names.size());
                break;
            }
        }
        for (FileName name : names) {
            for (; next < name.number(); next++) {
                wreck.missing(new FileName(FileName.Kind.JOURNAL, next, false));
            }
            wreck.read(opened(name));
            next = name.number() + 1;
        }
    }

    private boolean isSound(FileName snapshot) throws IOException {
        try {
            new Reading(failures, new Shared(), 0, bytes -> {}).snapshot(opened(snapshot), null);
            return true;
        } catch (RegistrySetupException damaged) {
            return false;
        }
    }

    private DataFile opened(FileName name) throws IOException {
        DataFile file = new DataFile(name, from.open(name.toString()));
        files.add(file);
        return file;
    }

    private SalvageReport writeTo(Disk to) throws IOException {
        to.make();
        if (!to.list().isEmpty()) {
            throw new Failures(to).refused("what is salvaged goes into an empty directory, and this is none.");
        }
        List<Row> rows = withoutDoubleNames(wreck.rows());
        rows.sort(Comparator.comparingLong(row -> row.head().createdMicros()));
        Optional<Memory.PlacedSlot> slot = wreck.slot();
        String store = UUID.randomUUID().toString();
        try (SnapshotWriter snapshot = SnapshotWriter.create(to, store, 1)) {
            if (slot.isPresent()) {
                snapshot.addSlot(line(slot.get().place()));
            }
            for (Row row : rows) {
                snapshot.addConnection(line(row.place()), row.place().documentAt());
            }
            snapshot.finish().file().close();
        }
        Journal.create(to, store, 2).file().close();
        return new SalvageReport(rows.size(), slot.isPresent(), wreck.losses());
    }

    /** Of several connections of one name the last keeps it: what had renamed or deleted the others is lost. */
    private List<Row> withoutDoubleNames(List<Row> inOrder) {
        Set<Change.Subject> names = new HashSet<>();
        List<Row> kept = new ArrayList<>();
        Collections.reverse(inOrder);
        for (Row row : inOrder) {
            if (names.add(Change.Subject.Name.of(row.head()))) {
                kept.add(row);
            } else {
                wreck.lose(
                        row.place(),
                        "a later connection has its name",
                        row.head().id());
            }
        }
        return kept;
    }

    private static byte[] line(Place place) throws IOException {
        return place.file().read(place.at(), place.length());
    }
}

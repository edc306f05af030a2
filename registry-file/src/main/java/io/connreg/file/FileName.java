package io.connreg.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one of a store's files, as {@code journal-00000001.jsonl}. Until it is whole a file has {@code .new}
 * behind its name.
 */
record FileName(Kind kind, long number, boolean unfinished) {
    /** What a file is. */
    enum Kind {
        /** Changes in their order. */
        JOURNAL("jsonl"),
        /** All that was there at the end of the segment of its number. */
        SNAPSHOT("jsonl"),
        /** Heads, terms and places of a snapshot's lines. */
        INDEX("index");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }

        /** The field of a header that says so. */
        String field() {
            return this == JOURNAL ? "segment" : name().toLowerCase(Locale.ROOT);
        }

        String of(long number) {
            String stem = this == JOURNAL ? "journal" : "snapshot";
            return String.format(Locale.ROOT, "%s-%08d.%s", stem, number, ending);
        }
    }

    static final String LOCK = "lock";
    private static final String NEW = ".new";
    private static final Pattern FORM =
            Pattern.compile("(?:journal|snapshot)-(\\d{8,18})\\.(?:jsonl|index)(?:\\.new)?");

    /** Empty for a foreign file, and for the lock. */
    static Optional<FileName> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (form.matches()) {
            long number = Long.parseLong(form.group(1));
            for (Kind kind : Kind.values()) {
                FileName parsed = new FileName(kind, number, name.endsWith(NEW));
                if (number > 0 && parsed.toString().equals(name)) {
                    return Optional.of(parsed);
                }
            }
        }
        return Optional.empty();
    }

    /** The name until the file is whole. */
    static String unfinished(String name) {
        return name + NEW;
    }

    @Override
    public String toString() {
        return kind.of(number) + (unfinished ? NEW : "");
    }
}

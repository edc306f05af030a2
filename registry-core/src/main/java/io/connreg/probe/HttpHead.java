package io.connreg.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer begins with.
 *
 * @param length of the body, in bytes; -1 if it is not said
 */
record HttpHead(int status, long length, boolean chunked) {
    /** Of all lines before the body, in bytes. */
    static final int MOST_BYTES = 65_536;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern HEADER = Pattern.compile("([!-~&&[^:]]+):[ \\t]*(.*?)[ \\t]*");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    /**
     * Reads up to the body, past what a server says in between.
     *
     * @throws NotHttpException if it is none, or longer than it may be
     * @throws EOFException if nothing came at all
     */
    static HttpHead read(InputStream bytes) throws IOException {
        Lines lines = new Lines(bytes);
        HttpHead head = one(lines);
        while (head.status < 200) {
            if (head.status == 101) {
                throw new NotHttpException("another protocol");
            }
            head = one(lines);
        }
        return head;
    }

    private static HttpHead one(Lines lines) throws IOException {
        Matcher status = STATUS.matcher(lines.next());
        if (!status.matches()) {
            throw new NotHttpException("no status");
        }
        long length = -1;
        boolean chunked = false;
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new NotHttpException("no header");
            }
            switch (header.group(1).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = length(header.group(2), length);
                case "transfer-encoding" -> chunked = chunked(header.group(2));
                default -> {}
            }
        }
        return new HttpHead(Integer.parseInt(status.group(1)), chunked ? -1 : length, chunked);
    }

    private static long length(String value, long before) throws NotHttpException {
        if (!LENGTH.matcher(value).matches() || (before >= 0 && before != Long.parseLong(value))) {
            throw new NotHttpException("no length");
        }
        return Long.parseLong(value);
    }

    private static boolean chunked(String value) throws NotHttpException {
        if (!value.equalsIgnoreCase("chunked")) {
            throw new NotHttpException("an encoding that was not asked for");
        }
        return true;
    }

    /** Reads lines, of all of which together there may not be too much. */
    private static final class Lines {
        private final InputStream bytes;
        private int read;

        Lines(InputStream bytes) {
            this.bytes = bytes;
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int at = one(); at != '\n'; at = one()) {
                line.append((char) at);
            }
            int end = line.length() - 1;
            return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
        }

        private int one() throws IOException {
            int at = bytes.read();
            if (at < 0 && read == 0) {
                throw new EOFException("no answer");
            }
            if (at < 0 || ++read > MOST_BYTES) {
                throw new NotHttpException("no end of the headers");
            }
            return at;
        }
    }
}

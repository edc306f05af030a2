package io.connreg.probe;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** The body of an answer: up to its length, its last chunk, or the end of all; never more than it may have. */
final class HttpBody extends InputStream {
    /** In bytes, what frames chunks too. A list of models is the longest of what is read, and commonly not to its end. */
    static final int MOST_BYTES = 1_048_576;

    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,7})[ \\t]*(;.*)?");
    private static final int LONGEST_SIZE = 1_024;

    private final InputStream bytes;
    private final boolean chunked;
    /** Of the body, or of this chunk; -1 for up to the end. */
    private long left;

    private int read;
    private boolean begun;
    private boolean ended;

    HttpBody(InputStream bytes, long length, boolean chunked) {
        this.bytes = bytes;
        this.chunked = chunked;
        this.left = chunked ? 0 : length;
    }

    @Override
    public int read() throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int at = bytes.read();
        if (at < 0) {
            return end();
        }
        count();
        if (left > 0) {
            left--;
        }
        return at;
    }

    /** One byte, if any: so that a parser has what has come, and does not wait for what it does not need. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int at = read();
        if (at < 0) {
            return -1;
        }
        buffer[offset] = (byte) at;
        return 1;
    }

    /** An end that was not told, where one should have been. */
    private int end() throws NotHttpException {
        if (left >= 0) {
            throw new NotHttpException("a body cut short");
        }
        ended = true;
        return -1;
    }

    private void count() throws NotHttpException {
        if (++read > MOST_BYTES) {
            throw new NotHttpException("no end of the body");
        }
    }

    private void nextChunk() throws IOException {
        if (!chunked) {
            ended = true;
            return;
        }
        if (begun && !line().isEmpty()) {
            throw new NotHttpException("a chunk longer than its size");
        }
        begun = true;
        var size = SIZE.matcher(line());
        if (!size.matches()) {
            throw new NotHttpException("no size of a chunk");
        }
        left = Integer.parseInt(size.group(1), 16);
        ended = left == 0;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int at = bytes.read(); at != '\n'; at = bytes.read()) {
            if (at < 0 || line.length() == LONGEST_SIZE) {
                throw new NotHttpException("no size of a chunk");
            }
            count();
            line.append((char) at);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}

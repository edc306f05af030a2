package io.connreg.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** What stands in a segment from bad bytes on. */
final class Tail {
    private static final int PIECE = 256 << 10;
    /** No mark is longer. */
    private static final int LONGEST_MARK = 256;

    private static final List<byte[]> BEGINNINGS =
            List.of("{\"batch\":".getBytes(US_ASCII), "{\"end\":".getBytes(US_ASCII));

    private Tail() {}

    /** How many bytes there are up to the last one that is not zero; 0 if there is none. */
    static long length(DiskFile file, long from) throws IOException {
        byte[] piece = new byte[PIECE];
        long end = from;
        long at = from;
        for (int read = file.read(ByteBuffer.wrap(piece), at); read > 0; read = file.read(ByteBuffer.wrap(piece), at)) {
            for (int i = 0; i < read; i++) {
                if (piece[i] != 0) {
                    end = at + i + 1;
                }
            }
            at += read;
        }
        return end - from;
    }

    /** Writes what stands there once more. */
    static void rewrite(DataFile file, long from, long to) throws IOException {
        for (long at = from; at < to; at += PIECE) {
            byte[] piece = file.read(at, (int) Math.min(PIECE, to - at));
            file.file().write(ByteBuffer.wrap(piece), at);
        }
    }

    /**
     * Whether behind these bytes a mark says that they were on disk when it was written. It is looked for at every byte:
     * what is bad may be a line's end.
     */
    static boolean isVouchedFor(DiskFile file, long bad) throws IOException {
        byte[] piece = new byte[PIECE];
        long at = bad + 1;
        while (true) {
            int read = file.read(ByteBuffer.wrap(piece), at);
            boolean last = read < PIECE;
            int looked = last ? read : PIECE - LONGEST_MARK;
            for (int i = 0; i < looked; i++) {
                if (piece[i] == '{' && isMark(piece, i, Math.min(read, i + LONGEST_MARK), at + i)) {
                    return true;
                }
            }
            if (last) {
                return false;
            }
            at += looked;
        }
    }

    private static boolean isMark(byte[] piece, int from, int limit, long at) {
        if (BEGINNINGS.stream().noneMatch(begin -> begins(piece, from, limit, begin))) {
            return false;
        }
        for (int end = from; end < limit; end++) {
            if (piece[end] == '}' && Frame.isWhole(piece, from, end + 1)) {
                return says(piece, from, end + 1, at);
            }
        }
        return false;
    }

    private static boolean begins(byte[] piece, int from, int limit, byte[] begin) {
        return from + begin.length <= limit && Arrays.equals(piece, from, from + begin.length, begin, 0, begin.length);
    }

    private static boolean says(byte[] piece, int from, int to, long at) {
        try (JsonParser json = Json.FACTORY.createParser(piece, from, to - from)) {
            json.nextToken();
            json.nextToken();
            json.nextToken();
            return json.getLongValue() == at;
        } catch (IOException notANumber) {
            return false;
        }
    }
}

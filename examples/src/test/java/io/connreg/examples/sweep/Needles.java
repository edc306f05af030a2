package io.connreg.examples.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds any of many short runs of bytes in much of them, in one pass. */
final class Needles {
    private static final int HEAD = 4;
    private static final int BUCKETS = 1 << 16;

    private final boolean[] heads = new boolean[BUCKETS];
    private final Map<Integer, List<Needle>> byHead = new HashMap<>();

    private static final class Needle {
        private final String name;
        private final byte[] bytes;

        Needle(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        boolean isAt(byte[] hay, int place) {
            if (place + bytes.length > hay.length) {
                return false;
            }
            for (int i = HEAD; i < bytes.length; i++) {
                if (hay[place + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Adds one, unless it is there under another name.
     *
     * @throws IllegalArgumentException if it is so short that it would be found by chance
     */
    void add(String name, byte[] bytes) {
        if (bytes.length < 2 * HEAD) {
            throw new IllegalArgumentException(name + " has but " + bytes.length + " bytes");
        }
        int head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = (head << Byte.SIZE) | (bytes[i] & 0xff);
        }
        heads[bucket(head)] = true;
        List<Needle> alike = byHead.computeIfAbsent(head, unknown -> new ArrayList<>());
        if (alike.stream().noneMatch(known -> Arrays.equals(known.bytes, bytes))) {
            alike.add(new Needle(name, bytes.clone()));
        }
    }

    /** The names of those that are in it. */
    Set<String> in(byte[] hay) {
        Set<String> found = new TreeSet<>();
        int head = 0;
        for (int end = 0; end < hay.length; end++) {
            head = (head << Byte.SIZE) | (hay[end] & 0xff);
            if (end >= HEAD - 1 && heads[bucket(head)]) {
                int place = end - HEAD + 1;
                for (Needle needle : byHead.getOrDefault(head, List.of())) {
                    if (needle.isAt(hay, place)) {
                        found.add(needle.name);
                    }
                }
            }
        }
        return found;
    }

    private static int bucket(int head) {
        return (head * 0x9E3779B1) >>> (Integer.SIZE - 16);
    }
}

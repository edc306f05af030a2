package io.connreg.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The states that a disk may be in when the power is lost, for every moment of what was done to it. Of what was not forced
 * each operation may be there or not: all combinations if they are few, else some by chance. Of a write each sector may
 * be there or not, or, of the last one, its first bytes alone. Where a file grew and nothing was written, there are zeros
 * or garbage.
 */
final class PowerLoss {
    /** Is shown each state once, with what may be found in it; says what was. */
    interface Visitor {
        Contents visit(Map<String, String> files, List<Contents> legal);
    }

    private static final int SECTOR = 512;
    private static final int FEW = 6;
    private static final Pattern MARK = Pattern.compile("\\{\"(?:batch|end)\":(\\d{1,9}),");

    private final int chances;
    private final int everyByte;
    private final Random random;
    private final Visitor visitor;
    /** What was found in the states so far, by their digests. */
    private final Map<String, Contents> known = new HashMap<>();

    private List<Contents> legal = List.of();
    private String lived = "";
    private int operation;

    /**
     * @param chances how many combinations, and how many torn sectors, are tried a moment, where all are too many
     * @param everyByte the last write is cut at each byte if 1, at every second if 2
     */
    PowerLoss(int chances, int everyByte, long seed, Visitor visitor) {
        this.chances = chances;
        this.everyByte = everyByte;
        this.random = new Random(seed);
        this.visitor = visitor;
    }

    /** How many different ones there were. */
    int states() {
        return known.size();
    }

    /** All moments of a session from an operation on. */
    void strike(Session session, int from) {
        Durability durability = new Durability(session.disk().start());
        List<Operation> log = session.disk().log();
        lived = log.stream()
                .filter(Operation.Write.class::isInstance)
                .map(written -> ((Operation.Write) written).text())
                .collect(Collectors.joining());
        for (int done = 0; done <= log.size(); done++) {
            if (done > 0) {
                durability.next(log.get(done - 1));
            }
            if (done >= from) {
                legalNow(session, done);
                combinations(durability);
                torn(durability);
                if (done > 0 && log.get(done - 1) instanceof Operation.Write last) {
                    cut(durability, last);
                }
            }
        }
    }

    private void legalNow(Session session, int done) {
        operation = done;
        for (Session.Moment moment : session.moments()) {
            if (moment.operations() <= done) {
                legal = moment.legal();
            }
        }
    }

    private void combinations(Durability durability) {
        List<Operation> pending = durability.pending();
        if (pending.size() <= FEW) {
            for (int bits = 0; bits < 1 << pending.size(); bits++) {
                visit(durability.with(chosen(pending, bits)));
            }
        } else {
            visit(durability.with(List.of()));
            visit(durability.with(pending));
            for (int i = 0; i < chances; i++) {
                visit(durability.with(chosen(pending, random.nextLong())));
            }
        }
    }

    private static List<Operation> chosen(List<Operation> pending, long bits) {
        List<Operation> chosen = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            if ((bits >> i & 1) == 1) {
                chosen.add(pending.get(i));
            }
        }
        return chosen;
    }

    private void torn(Durability durability) {
        List<Operation> pending = durability.pending();
        if (pending.stream().noneMatch(Operation.Write.class::isInstance)) {
            return;
        }
        for (int i = 0; i < chances; i++) {
            List<Operation> survivors = new ArrayList<>();
            for (Operation operation : pending) {
                if (operation instanceof Operation.Write write) {
                    survivors.addAll(sectors(write, durability.length(write.file())));
                } else if (random.nextBoolean()) {
                    survivors.add(operation);
                }
            }
            visit(durability.with(survivors));
        }
    }

    /** Each as it was written, or not, or, where the file is longer than was sure, full of what was there in another life. */
    private List<Operation.Write> sectors(Operation.Write write, int sure) {
        List<Operation.Write> survivors = new ArrayList<>();
        for (int from = write.at(); from < write.end(); ) {
            int to = Math.min(write.end(), (from / SECTOR + 1) * SECTOR);
            int chance = random.nextInt(5);
            if (chance < 2) {
                survivors.add(write.part(from, to));
            } else if (chance == 2 && from >= sure) {
                survivors.add(new Operation.Write(write.file(), from, garbage(from, to - from)));
            }
            from = to;
        }
        return survivors;
    }

    /** What once was written elsewhere, or anything; but no mark that is right here. */
    private String garbage(int at, int length) {
        if (length < lived.length() && random.nextBoolean()) {
            int from = random.nextInt(lived.length() - length);
            String text = lived.substring(from, from + length);
            if (MARK.matcher(text).results().noneMatch(mark -> Long.parseLong(mark.group(1)) == at + mark.start())) {
                return text;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }

    private void cut(Durability durability, Operation.Write last) {
        List<Operation> others = new ArrayList<>(durability.pending());
        others.remove(others.size() - 1);
        // Zeros that a file grew by are much alike.
        int step = last.text().chars().allMatch(character -> character == 0) ? 16 * everyByte : everyByte;
        for (int to = last.at() + 1; to < last.end(); to += step) {
            Operation.Write part = last.part(last.at(), to);
            visit(durability.with(List.of(part)));
            if (!others.isEmpty()) {
                List<Operation> survivors = new ArrayList<>(others);
                survivors.add(part);
                visit(durability.with(survivors));
            }
        }
    }

    private void visit(Map<String, String> files) {
        try {
            Contents found = known.computeIfAbsent(digest(files), unknown -> same(visitor.visit(files, legal)));
            assertThat(found).isIn(legal);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("after operation " + operation + ", of " + files, e);
        }
    }

    /** One object of those that are equal, of which there are many. */
    private Contents same(Contents found) {
        return legal.contains(found) ? legal.get(legal.indexOf(found)) : found;
    }

    private static String digest(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                digest.update((name + " " + text.length() + " ").getBytes(ISO_8859_1));
                digest.update(text.getBytes(ISO_8859_1));
            });
            return new String(digest.digest(), ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

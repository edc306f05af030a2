package io.connreg.benchmarks;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.file.FileStores;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Durable creates in plain files. The other side appends as many bytes, ready made, and forces each, under one lock. */
final class FileCreateRatios {
    private static final String POWER = "kill of the process: yes; power loss: yes";
    /** By threads: what part of the other side's time is to be reached. */
    private static final Map<Integer, String> REACHES = Map.of(1, "≤ 0.77", 8, "≤ 0.33", 64, "≤ 0.067");

    private FileCreateRatios() {}

    static List<Answer> measure(Settings settings) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int threads : List.of(1, 8, 64)) {
            try (Folder folder = Folder.in(settings.out())) {
                answers.add(measure(settings.turns(), folder.path(), threads));
            }
        }
        return answers;
    }

    private static Answer measure(Rounds turns, Path folder, int threads) throws Exception {
        Path store = folder.resolve("registry");
        MasterKey key = MasterKey.line(MasterKey.generate());
        AtomicLong names = new AtomicLong();
        try (ConnectionRegistry registry = Registries.builder()
                        .storage(FileStores.open(store))
                        .masterKey(key)
                        .open();
                FileChannel plain = FileChannel.open(
                        folder.resolve("plain"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Connections connections = registry.actingAs(Samples.administrator());
            byte[] line =
                    lineOf(connections.create(Samples.withTwoSecrets("sample")).id(), store);
            ReentrantLock lock = new ReentrantLock();
            return turns.compare(
                    new Question(
                            "files",
                            "create, two secrets",
                            "append and force of the same bytes, under a lock",
                            "files",
                            POWER,
                            REACHES.getOrDefault(threads, "")),
                    threads,
                    () -> connections.create(Samples.withTwoSecrets("by-registry-" + names.incrementAndGet())),
                    () -> {
                        lock.lock();
                        try {
                            plain.write(ByteBuffer.wrap(line));
                            plain.force(false);
                        } finally {
                            lock.unlock();
                        }
                    });
        }
    }

    private static byte[] lineOf(String id, Path store) throws Exception {
        try (var lines = Files.lines(store.resolve("journal-00000001.jsonl"))) {
            String line = lines.filter(each -> each.contains(id)).findFirst().orElseThrow();
            return (line + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }
}

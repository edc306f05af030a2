package io.connreg.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.file.FileStores;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A directory is resealed. The other side reads as many lines by databind, keeps what they say, and writes them again. */
final class FileResealRatios {
    private static final int ROUNDS = 3;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FileResealRatios() {}

    static Answer measure(Settings settings) throws Exception {
        double[] heres = new double[ROUNDS];
        double[] theres = new double[ROUNDS];
        try (Folder folder = Folder.in(settings.out());
                ConnectionRegistry registry = Registries.builder()
                        .storage(FileStores.open(folder.path().resolve("registry")))
                        .masterKey(MasterKey.line(MasterKey.generate()))
                        .open()) {
            Crowd.each(
                    settings.rows(),
                    number -> registry.actingAs(
                                    Caller.user(Samples.creator(number)).administratorOfAll())
                            .create(Samples.numbered(number)));
            Path lines = copied(folder.path());
            for (int round = -1; round < ROUNDS; round++) {
                registry.keys().rotate();
                long begin = System.nanoTime();
                long done = registry.keys().reseal().done();
                long between = System.nanoTime();
                writtenAgain(lines, settings.rows());
                long end = System.nanoTime();
                if (done != settings.rows()) {
                    throw new IllegalStateException(done + " connections were resealed");
                }
                if (round >= 0) {
                    heres[round] = (double) (between - begin) / done;
                    theres[round] = (double) (end - between) / done;
                }
            }
        }
        Question question = new Question(
                "reseal",
                "reseal, " + settings.rows() + " connections with two secrets",
                "the lines read by databind, written in sequence, forced once",
                "files",
                CreateRatios.POWER,
                "≤ 1.0");
        Answer answer = Answer.of(question, 1, heres, theres);
        System.out.printf(
                "%s, files: %.2f, %.1f µs a connection%n",
                question.operation(), answer.median(), answer.nanos() / 1_000);
        return answer;
    }

    /** Before a reseal the journal has one line a connection. */
    private static Path copied(Path folder) throws IOException {
        Path copy = folder.resolve("lines");
        try (var files = Files.list(folder.resolve("registry"));
                OutputStream out = Files.newOutputStream(copy)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                Files.copy(file, out);
            }
        }
        return copy;
    }

    private static void writtenAgain(Path lines, int rows) throws IOException {
        Path written = lines.resolveSibling("written");
        List<Map<?, ?>> replayed = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(lines);
                FileOutputStream file = new FileOutputStream(written.toFile());
                OutputStream out = new BufferedOutputStream(file, 1 << 20)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{")) { // a segment may end in zeros
                    replayed.add(MAPPER.readValue(line, Map.class));
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
            }
            out.flush();
            file.getChannel().force(false);
        }
        if (replayed.size() < rows) {
            throw new IllegalStateException("of " + rows + " lines " + replayed.size() + " were read");
        }
        Files.delete(written);
    }
}

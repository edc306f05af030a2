package io.connreg.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole processes, from their start to their end: one that uses a registry, and one that seals with the JDK's cipher. */
final class ColdRatios {
    private ColdRatios() {}

    static List<Answer> measure(Settings settings) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String storage : List.of("files", "h2")) {
            answers.add(measure(settings, storage, "open"));
            answers.add(measure(settings, storage, "create"));
        }
        return answers;
    }

    private static Answer measure(Settings settings, String storage, String deed) throws Exception {
        double[] heres = new double[settings.rounds()];
        double[] theres = new double[settings.rounds()];
        for (int round = -1; round < settings.rounds(); round++) {
            try (Folder folder = Folder.in(settings.out())) {
                Path place = folder.path().resolve("registry").toAbsolutePath();
                String url = (storage.equals("h2") ? "jdbc:h2:" : "file:") + place;
                long begin = System.nanoTime();
                run(ColdRegistry.class, deed, url);
                long between = System.nanoTime();
                run(ColdCipher.class);
                long end = System.nanoTime();
                if (round >= 0) {
                    heres[round] = between - begin;
                    theres[round] = end - between;
                }
            }
        }
        Question question = Question.read(
                "cold",
                "a process: open an empty store" + (deed.equals("create") ? ", create, open a secret" : ""),
                "a process: the first AES-GCM by the JDK",
                storage.equals("h2") ? "H2, file" : "files",
                deed.equals("open") ? "≤ 2.5" : "");
        Answer answer = Answer.of(question, 1, heres, theres);
        System.out.printf("%s, %s: %.2f%n", question.operation(), question.storage(), answer.median());
        return answer;
    }

    private static void run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(program.getName() + " ended with " + exit);
        }
    }
}

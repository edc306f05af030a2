package io.connreg.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answers as a table to read and as JSON to keep. */
record Report(Map<String, String> facts, List<Answer> answers) {

    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("benchmarks.md"), table());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(folder.resolve("benchmarks.json").toFile(), json());
    }

    String table() {
        StringBuilder table = new StringBuilder();
        facts.forEach(
                (name, value) -> table.append(name).append(": ").append(value).append(".\n"));
        table.append(
                        "\n| operation | against | storage | survives | threads | ratio | middle half | rounds | reach |\n")
                .append("| --- | --- | --- | --- | ---: | ---: | ---: | ---: | --- |\n");
        for (Answer answer : answers) {
            Question question = answer.question();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %d | **%s** | %s – %s | %d | %s |%n",
                    question.operation(),
                    question.against(),
                    question.storage(),
                    question.durability(),
                    answer.threads(),
                    shown(answer.median()),
                    shown(answer.at(0.25)),
                    shown(answer.at(0.75)),
                    answer.ratios().size(),
                    question.reach()));
        }
        return table.toString();
    }

    private static String shown(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
    }

    private Map<String, Object> json() {
        Map<String, Object> report = new LinkedHashMap<>(facts);
        report.put("answers", answers.stream().map(Report::json).toList());
        return report;
    }

    private static Map<String, Object> json(Answer answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Question question = answer.question();
        fields.put("part", question.part());
        fields.put("operation", question.operation());
        fields.put("against", question.against());
        fields.put("storage", question.storage());
        fields.put("survives", question.durability());
        fields.put("threads", answer.threads());
        fields.put("ratio", answer.median());
        fields.put("ratios", answer.ratios());
        fields.put("nanosAnOperation", Math.round(answer.nanos()));
        fields.put("reach", question.reach());
        return fields;
    }
}

package io.connreg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the registry beside doing the same by hand, both in turn in one run, and writes {@code benchmarks.md} and
 * {@code benchmarks.json}. See the module's README for its settings.
 */
public final class Benchmarks {
    static final List<String> PARTS =
            List.of("cached", "create", "get", "scale", "files", "directory", "reseal", "cold");

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(arguments);
        Map<String, String> facts = Facts.of(settings);
        List<Answer> answers = new ArrayList<>();
        for (String part : settings.parts()) {
            answers.addAll(measure(part, settings));
            Report report = new Report(facts, answers);
            report.writeTo(settings.out());
            System.out.println(report.table());
        }
    }

    private static List<Answer> measure(String part, Settings settings) throws Exception {
        return switch (part) {
            case "create" -> CreateRatios.measure(settings);
            case "cached" -> CachedRatios.measure();
            case "get" -> GetRatios.measure(settings);
            case "files" -> FileCreateRatios.measure(settings);
            case "directory" -> FileScaleRatios.measure(settings);
            case "reseal" -> ResealRatios.measure(settings);
            case "cold" -> ColdRatios.measure(settings);
            case "scale" -> ScaleRatios.measure(settings);
            default -> throw new IllegalArgumentException("parts are " + PARTS + ", not " + part);
        };
    }
}

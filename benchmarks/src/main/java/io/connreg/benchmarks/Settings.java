package io.connreg.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for, as {@code name=value}.
 *
 * @param parts of {@link Benchmarks#PARTS}
 * @param storages {@code h2}, {@code postgresql}
 * @param rows how many connections the part {@code scale} looks at
 * @param rounds how often both sides take their turn
 * @param each how long a turn is
 * @param out the folder of the reports and, while it runs, of the H2 files
 */
record Settings(List<String> parts, List<String> storages, int rows, int rounds, Duration each, Path out) {
    private static final Set<String> NAMES = Set.of("parts", "storages", "rows", "rounds", "seconds", "out");

    static Settings of(String... arguments) {
        Map<String, String> values = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[pair.length - 1]));
        if (!NAMES.containsAll(values.keySet())) {
            throw new IllegalArgumentException("settings are " + NAMES + ", as in rows=100000; not " + values);
        }
        return new Settings(
                list(values.getOrDefault("parts", String.join(",", Benchmarks.PARTS))),
                list(values.getOrDefault("storages", "h2,postgresql")),
                Integer.parseInt(values.getOrDefault("rows", "1000000")),
                Integer.parseInt(values.getOrDefault("rounds", "15")),
                Duration.ofMillis((long) (1_000 * Double.parseDouble(values.getOrDefault("seconds", "0.5")))),
                Path.of(values.getOrDefault("out", "target")));
    }

    private static List<String> list(String value) {
        return List.of(value.split(","));
    }

    Rounds turns() {
        return new Rounds(rounds, each);
    }
}

package io.connreg.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and when it was measured. */
final class Facts {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Facts() {}

    static Map<String, String> of(Settings settings) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Measured", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("Machine", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put(
                "System",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", load "
                        + Math.round(
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("JDK", System.getProperty("java.vm.version"));
        facts.put(
                "A turn",
                settings.each().toMillis() + " ms, each side " + settings.rounds() + " of them; scale: "
                        + settings.rows() + " rows");
        return facts;
    }

    private static String processor() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}

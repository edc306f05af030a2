package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the sources themselves can show. */
final class SourcesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SKIPS = Pattern.compile(
            "@Disab" + "led|@EnabledI" + "f|@EnabledO" + "n|Assump" + "tions|assume" + "(True|That|False)");
    private static final Pattern LEFT_OPEN = Pattern.compile("TO" + "DO|FIX" + "ME|XX" + "X");
    private static final Pattern SLEEPS = Pattern.compile("Thread\\.sl" + "eep|@Time" + "out|assertTime" + "out");
    private static final int LONGEST = 300;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> holding(Pattern pattern) throws IOException {
        return sources().stream()
                .filter(file -> pattern.matcher(read(file)).find())
                .map(ROOT::relativize)
                .toList();
    }

    @Test
    void allModulesAreLookedAt() throws IOException {
        assertThat(sources().stream()
                        .map(file -> ROOT.relativize(file).getName(0).toString()))
                .contains(
                        "registry-api",
                        "registry-core",
                        "registry-jdbc",
                        "registry-file",
                        "registry-testkit",
                        "test-servers",
                        "benchmarks",
                        "examples");
    }

    @Test
    void noTestIsSkipped() throws IOException {
        assertThat(holding(SKIPS)).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(holding(LEFT_OPEN)).isEmpty();
    }

    @Test
    void noTestSleepsOrMeasuresTime() throws IOException {
        assertThat(holding(SLEEPS)).isEmpty();
    }

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(sources().stream()
                        .filter(file -> read(file).lines().count() > LONGEST)
                        .map(ROOT::relativize))
                .isEmpty();
    }

    /** A test that a page names must be there, or the page promises what nobody checks. */
    @Test
    void theTestsThatThePagesNameAreThere() throws IOException {
        Pattern named = Pattern.compile("`(\\w+(?:Test|Properties))(?:\\.(\\w+))?`");
        for (String page : List.of(
                "contract.md", "failures-and-tests.md", "keys.md", "observing.md", "security.md", "storage-spi.md")) {
            List<MatchResult> names = named.matcher(
                            Files.readString(ROOT.resolve("docs").resolve(page)))
                    .results()
                    .toList();
            assertThat(names).as(page).isNotEmpty();
            for (MatchResult name : names) {
                assertThat(sources())
                        .as(page + " names " + name.group())
                        .anyMatch(file -> file.endsWith(name.group(1) + ".java")
                                && (name.group(2) == null || read(file).contains("void " + name.group(2) + "(")));
            }
        }
    }
}

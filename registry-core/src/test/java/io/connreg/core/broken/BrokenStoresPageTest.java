package io.connreg.core.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's tables say of the broken stores what {@link BrokenStore} says. */
final class BrokenStoresPageTest {
    /** Of the rules of one letter. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    @Test
    void thePageListsTheBrokenStoresWithTheRulesThatCatchThem() throws IOException {
        List<String> expected = Arrays.stream(BrokenStore.values())
                .filter(store -> store != BrokenStore.UNBROKEN)
                .map(store -> "| " + store.fault + " | " + String.join(", ", store.caughtBy()) + " |")
                .toList();
        assertThat(rows("\\| [a-z].* \\| [A-Z]\\d.* \\|")).isEqualTo(expected);
    }

    @Test
    void thePageSaysOfEachGroupWhichRulesHaveCaughtAStore() throws IOException {
        Map<String, TreeSet<String>> byGroup = new TreeMap<>();
        for (BrokenStore store : BrokenStore.values()) {
            store.caughtBy()
                    .forEach(rule -> byGroup.computeIfAbsent(rule.substring(0, 1), letter -> new TreeSet<>(BY_NUMBER))
                            .add(rule));
        }
        Map<String, String> shown = rows("\\| [A-Z] \\|.*").stream()
                .map(row -> row.split(" *\\| *", -1))
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[cells.length - 2]));
        assertThat(shown).hasSameSizeAs(byGroup);
        assertThat(byGroup)
                .allSatisfy((letter, rules) -> assertThat(shown).containsEntry(letter, String.join(", ", rules)));
    }

    private static List<String> rows(String pattern) throws IOException {
        Path page = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs/storage-spi.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches(pattern))
                .toList();
    }
}

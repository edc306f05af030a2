package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The documentation's lists of rules are the contracts', to the character. */
final class RulesPageTest {
    @Test
    void thePageListsTheRulesOfTheContract() throws IOException {
        assertEquals(String.join("\n", rules()), rulesOn("docs/storage-spi.md"));
    }

    @Test
    void thePageOnSecurityListsTheRulesOfAPolicy() throws IOException {
        assertEquals(String.join("\n", rulesOf(AccessPolicyContract.class)), rulesOn("docs/security.md"));
    }

    private static String rulesOn(String page) throws IOException {
        return Files.readAllLines(repository().resolve(page)).stream()
                .filter(line -> line.matches("- [A-Z]\\d+: .*"))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void eachGroupHasALetterOfItsOwnAndNumbersWithoutAGap() {
        for (Class<?> group : ConnectionStoreContract.class.getInterfaces()) {
            List<String> rules = rulesOf(group);
            String letter = rules.get(0).substring(0, 1);
            for (int i = 0; i < rules.size(); i++) {
                assertTrue(rules.get(i).startsWith(letter + (i + 1) + ": "), rules.get(i));
            }
            assertEquals(
                    rules.size(),
                    rules().stream().filter(rule -> rule.startsWith(letter)).count());
        }
    }

    private static List<String> rules() {
        return Arrays.stream(ConnectionStoreContract.class.getInterfaces())
                .flatMap(group -> rulesOf(group).stream())
                .toList();
    }

    private static List<String> rulesOf(Class<?> group) {
        return Arrays.stream(group.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(RulesPageTest::displayName)
                .sorted(Comparator.comparingInt(rule -> Integer.parseInt(rule.replaceFirst("^.(\\d+):.*", "$1"))))
                .toList();
    }

    private static String displayName(Method rule) {
        DisplayName name = rule.getAnnotation(DisplayName.class);
        assertTrue(name != null && name.value().matches("[A-Z]\\d+: .+"), rule.getName() + " has no number");
        return name == null ? "" : name.value();
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/storage-spi.md")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no folder above this one holds docs/storage-spi.md"));
    }
}

package io.connreg.core.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The contract itself is tested: each fault is caught by the rules that are there for it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenStoresTest {
    private Map<BrokenStore, Map<String, TestExecutionResult>> results = Map.of();

    @BeforeAll
    void runTheContractOnAllStores() {
        results = ContractRun.of(BrokenStore.class, BrokenStoreContract.class);
    }

    @ParameterizedTest
    @EnumSource(BrokenStore.class)
    void eachFaultIsCaughtByTheRulesThatAreThereForIt(BrokenStore store) {
        assertThat(failed(store)).containsAll(store.caughtBy());
    }

    @Test
    void aStoreWithoutFaultPassesAllRules() {
        assertThat(resultsOf(BrokenStore.UNBROKEN))
                .allSatisfy((rule, result) -> assertThat(result).isEqualTo(TestExecutionResult.successful()));
    }

    @Test
    void eachStoreRunsAllRulesAndEachGroupHasAStoreThatItCatches() {
        Set<String> rules = resultsOf(BrokenStore.UNBROKEN).keySet();
        assertThat(rules).hasSizeGreaterThan(80);
        assertThat(results.keySet()).containsExactly(BrokenStore.values());
        assertThat(results.values()).allSatisfy(ran -> assertThat(ran.keySet()).isEqualTo(rules));
        List<String> caughtBy = Arrays.stream(BrokenStore.values())
                .flatMap(store -> store.caughtBy().stream())
                .toList();
        assertThat(groups(caughtBy)).isEqualTo(groups(rules));
    }

    private Set<String> failed(BrokenStore store) {
        return resultsOf(store).entrySet().stream()
                .filter(rule -> rule.getValue().getStatus() != Status.SUCCESSFUL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, TestExecutionResult> resultsOf(BrokenStore store) {
        return results.getOrDefault(store, Map.of());
    }

    private static Set<String> groups(Iterable<String> rules) {
        Set<String> letters = new TreeSet<>();
        rules.forEach(rule -> letters.add(rule.substring(0, 1)));
        return letters;
    }
}

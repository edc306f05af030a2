package io.connreg.core.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The rules for policies are tested themselves: each fault is caught by the rule that is there for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenPoliciesTest {
    private Map<BrokenPolicy, Map<String, TestExecutionResult>> results = Map.of();

    @BeforeAll
    void runTheRulesOnAllPolicies() {
        results = ContractRun.of(BrokenPolicy.class, BrokenPolicyContract.class);
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultIsCaughtByTheRulesThatAreThereForIt(BrokenPolicy policy) {
        Map<String, TestExecutionResult> ran = results.getOrDefault(policy, Map.of());
        Map<String, TestExecutionResult> failed = new TreeMap<>(ran);
        failed.values().removeIf(result -> result.getStatus() == Status.SUCCESSFUL);

        assertThat(ran).containsOnlyKeys("U1", "U2", "U3", "U4", "U5");
        assertThat(failed.keySet()).containsAll(policy.caughtBy());
        assertThat(failed.isEmpty()).isEqualTo(policy.caughtBy().isEmpty());
    }

    @Test
    void eachRuleHasCaughtAPolicy() {
        assertThat(Arrays.stream(BrokenPolicy.values()).flatMap(policy -> policy.caughtBy().stream()))
                .contains("U1", "U2", "U3", "U4", "U5");
    }
}

package io.connreg.core.broken;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId.Segment;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The rules that ran on each of the broken things, by number, and what they came to. */
final class ContractRun<B extends Enum<B>> implements TestExecutionListener {
    private final List<B> broken;
    private final Map<B, Map<String, TestExecutionResult>> results;

    private ContractRun(Class<B> broken) {
        this.broken = List.of(broken.getEnumConstants());
        this.results = new EnumMap<>(broken);
    }

    /** @param contract a class that is run once for each of the broken things, in their order */
    static <B extends Enum<B>> Map<B, Map<String, TestExecutionResult>> of(Class<B> broken, Class<?> contract) {
        ContractRun<B> run = new ContractRun<>(broken);
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .configurationParameter("junit.jupiter.execution.timeout.default", "60 s")
                                .build(),
                        run);
        return run.results;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            String rule = test.getDisplayName().replaceFirst(":.*", "");
            results.computeIfAbsent(brokenOf(test), one -> new TreeMap<>()).put(rule, result);
        }
    }

    private B brokenOf(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .filter(segment -> segment.getType().equals("class-template-invocation"))
                .map(Segment::getValue)
                .map(number -> broken.get(Integer.parseInt(number.substring(1)) - 1))
                .findFirst()
                .orElseThrow();
    }
}

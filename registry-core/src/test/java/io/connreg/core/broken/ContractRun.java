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

/** The rules that ran on each store, by number, and what they came to. */
final class ContractRun implements TestExecutionListener {
    private static final List<BrokenStore> STORES = List.of(BrokenStore.values());

    private final Map<BrokenStore, Map<String, TestExecutionResult>> results = new EnumMap<>(BrokenStore.class);

    private ContractRun() {}

    static Map<BrokenStore, Map<String, TestExecutionResult>> onAllStores() {
        ContractRun run = new ContractRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(BrokenStoreContract.class))
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
            results.computeIfAbsent(storeOf(test), store -> new TreeMap<>()).put(rule, result);
        }
    }

    private static BrokenStore storeOf(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .filter(segment -> segment.getType().equals("class-template-invocation"))
                .map(Segment::getValue)
                .map(number -> STORES.get(Integer.parseInt(number.substring(1)) - 1))
                .findFirst()
                .orElseThrow();
    }
}

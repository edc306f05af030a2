package io.connreg.core;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two threads at one cache see what they would see at the store, in every interleaving that the checker tries. */
@Tag("slow")
final class CacheRacesTest {
    @Test
    void whoSawARowInTheStoreNeverReadsAnOlderOneFromMemory() {
        check(List.of("read"), List.of("update"), List.of("readInStore", "read"));
    }

    @Test
    void whoIsToldThatARowIsGoneNeverReadsItFromMemory() {
        check(List.of("read"), List.of("delete"), List.of("delete", "read"));
    }

    @Test
    void whatALoadBroughtFromBeforeAnUpdateDoesNotStay() {
        check(List.of(), List.of("read"), List.of("update", "read"), "read");
    }

    @Test
    void whatALoadBroughtFromBeforeADeleteDoesNotStay() {
        check(List.of(), List.of("read"), List.of("delete", "read"), "read");
    }

    @Test
    void whatALoadBroughtFromBeforeAClearDoesNotStay() {
        check(List.of(), List.of("read"), List.of("updateElsewhereThenClear", "read"), "read");
    }

    @Test
    void whatIsNotFoundIsSeenOnceItIsCreated() {
        check(List.of("delete", "read"), List.of("read"), List.of("create", "read"), "read");
    }

    @Test
    void ofTwoUpdatesNeitherBringsBackWhatTheOtherReplaced() {
        check(List.of("read"), List.of("update", "read"), List.of("update", "read"), "read");
    }

    @Test
    void anUpdateDuringAClearIsSeen() {
        check(List.of("read"), List.of("updateElsewhereThenClear", "read"), List.of("read", "update"), "read");
    }

    private static void check(List<String> before, List<String> one, List<String> other, String... after) {
        new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(300)
                .sequentialSpecification(PlainRow.class)
                .addGuarantee(
                        forClasses(PlainStore.class.getName()).allMethods().treatAsAtomic())
                .addGuarantee(forClasses(SealedConnection.class.getName())
                        .allMethods()
                        .ignore())
                .addGuarantee(forClasses("com.github.benmanes.caffeine.cache.BoundedLocalCache")
                        .methods("afterRead", "afterWrite")
                        .ignore())
                .addCustomScenario(new ExecutionScenario(
                        actors(before), List.of(actors(one), actors(other)), actors(List.of(after)), null))
                .check(CachedRow.class);
    }

    private static List<Actor> actors(List<String> verbs) {
        return verbs.stream().map(CacheRacesTest::actor).toList();
    }

    private static Actor actor(String verb) {
        return Stream.of(CachedRow.class.getMethods())
                .filter(method -> method.getName().equals(verb))
                .map(method -> new Actor(method, List.of()))
                .findFirst()
                .orElseThrow();
    }
}

package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.Counters;
import io.connreg.CreateConnection;
import io.connreg.NameTakenException;
import io.connreg.Operation;
import io.connreg.Secret;
import io.connreg.spec.CustomSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CountersTest {
    private final Desk desk = new Desk();
    private final String id = desk.alice
            .create(CreateConnection.of(
                    "c", CustomSpec.empty().secret("a", Secret.of("1")).secret("b", Secret.of("2"))))
            .id();

    @Test
    void aNewRegistryHasCountedNothing() {
        Counters counters = desk.open(desk.masterKey).counters();

        assertThat(counters.succeeded())
                .containsOnlyKeys(Operation.values())
                .allSatisfy((any, count) -> assertThat(count).isZero());
        assertThat(counters.failed())
                .containsOnlyKeys(Operation.values())
                .allSatisfy((any, byFailure) -> assertThat(byFailure).isEmpty());
        assertThat(counters).isEqualTo(new Counters(counters.succeeded(), counters.failed(), 0, 0, 0, 0, 0));
    }

    @Test
    void operationsAreCountedByOutcomeWithoutAnyListener() {
        Counters before = desk.registry.counters();
        desk.alice.open(id).close();
        desk.alice.get(id);
        assertThatThrownBy(() -> desk.bob.get(id)).isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> desk.alice.get("none")).isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> desk.alice.create(CreateConnection.of("c", CustomSpec.empty())))
                .isInstanceOf(NameTakenException.class);
        desk.registry.keys().status();
        Counters after = desk.registry.counters();

        assertThat(after.succeeded(Operation.OPEN)).isEqualTo(1);
        assertThat(after.succeeded(Operation.GET)).isEqualTo(1);
        assertThat(after.succeeded(Operation.CREATE)).isEqualTo(1);
        assertThat(after.succeeded(Operation.KEYS_STATUS)).isEqualTo(1);
        assertThat(after.failed().get(Operation.GET)).isEqualTo(Map.of("NOT_FOUND", 2L));
        assertThat(after.failed(Operation.GET)).isEqualTo(2);
        assertThat(after.failed().get(Operation.CREATE)).isEqualTo(Map.of("NAME_TAKEN", 1L));
        assertThat(after.failed(Operation.OPEN)).isZero();
        assertThat(after.secretsOpened()).isEqualTo(2);
        assertThat(before.succeeded(Operation.GET)).isZero();
    }

    @Test
    void theCacheCountsWhatItHadToReadAndWhatItHas() {
        desk.alice.get(id);
        desk.alice.get(id);
        desk.alice.open(id).close();
        assertThatThrownBy(() -> desk.alice.get("conn-zzzzzzzzzzzzzzzzzz"))
                .isInstanceOf(ConnectionNotFoundException.class);

        assertThat(desk.registry.counters().cacheLoads()).isEqualTo(2);
        assertThat(desk.registry.counters().cachedConnections()).isEqualTo(1);
        desk.alice.delete(id);
        assertThat(desk.registry.counters().cachedConnections()).isZero();
    }

    @Test
    void countsAddUpUnderManyThreads() throws Exception {
        Racers.race(8, racer -> {
            Connections connections = racer % 2 == 0 ? desk.alice : desk.bob;
            for (int i = 0; i < 1_000; i++) {
                openIfAllowed(connections);
            }
            return racer;
        });

        Counters counters = desk.registry.counters();
        assertThat(counters.succeeded(Operation.OPEN)).isEqualTo(4_000);
        assertThat(counters.failed().get(Operation.OPEN)).isEqualTo(Map.of("NOT_FOUND", 4_000L));
        assertThat(counters.secretsOpened()).isEqualTo(8_000);
    }

    private void openIfAllowed(Connections connections) {
        try {
            connections.open(id).close();
        } catch (ConnectionNotFoundException e) {
            assertThat(connections).isSameAs(desk.bob);
        }
    }

    @Test
    void aClosedRegistryStillKnowsAndCountsOn() {
        ConnectionRegistry registry = desk.open(desk.masterKey);
        Connections alice = registry.actingAs(Desk.ALICE);
        alice.get(id);
        registry.close();
        assertThatThrownBy(() -> alice.get(id)).isInstanceOf(IllegalStateException.class);

        assertThat(registry.counters().succeeded(Operation.GET)).isEqualTo(1);
        assertThat(registry.counters().failed().get(Operation.GET))
                .isEqualTo(Map.of("java.lang.IllegalStateException", 1L));
    }
}

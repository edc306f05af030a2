package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.NameTakenException;
import io.connreg.OpenedConnection;
import io.connreg.RegistryException;
import io.connreg.RevisionMismatchException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.RdsSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two registries over one H2 file see each other. What {@code get} and {@code open} may serve from memory for a second
 * is not shown here, as only waiting would; a registry without a cache shows that nothing else keeps an old row.
 */
final class TwoRegistriesTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 15;

    @TempDir
    private Path folder;

    private ConnectionRegistry first;
    private ConnectionRegistry second;
    private Connections here;
    private Connections there;

    @BeforeEach
    void openBoth() {
        first = open(1024 * 1024);
        second = open(0);
        here = first.actingAs(Person.ALICE.caller());
        there = second.actingAs(Person.ALICE.caller());
    }

    @AfterEach
    void closeBoth() {
        first.close();
        second.close();
    }

    private ConnectionRegistry open(long cacheBytes) {
        return Registries.builder()
                .url("jdbc:h2:" + folder.resolve("db/registry"))
                .masterKey(MasterKey.fileOrCreate(folder.resolve("master.key")))
                .cacheBytes(cacheBytes)
                .open();
    }

    @Test
    void whatOneCreatesTheOtherSeesAndOpensAtOnce() {
        ConnectionView created = here.create(orders("orders"));

        assertThat(there.get(created.id())).isEqualTo(created);
        assertThat(there.getByName("orders")).isEqualTo(created);
        assertThat(all(there)).containsExactly(created);
        assertThat(password(there, created.id())).isEqualTo("s3cret");
    }

    @Test
    void whatOneUpdatesTheOtherSeesAtOnce() {
        String id = here.create(orders("orders")).id();
        assertThat(password(there, id)).isEqualTo("s3cret");

        ConnectionView updated = here.update(UpdateConnection.of(id)
                .rename("renamed")
                .setConfig("host", "db2.internal")
                .setSecret("password", Secret.of("n3w")));

        assertThat(there.get(id)).isEqualTo(updated);
        assertThat(all(there)).containsExactly(updated);
        assertThat(password(there, id)).isEqualTo("n3w");
        assertThatThrownBy(() -> there.getByName("orders")).isInstanceOf(ConnectionNotFoundException.class);
    }

    @Test
    void anUpdateDecidesByTheRowAsItIsAndNotByACachedOne() {
        String id = cachedHereAndMadePrivateThere();

        assertThat(here.update(UpdateConnection.of(id).ifRevision(2).description("d"))
                        .accessibility())
                .isEqualTo(Accessibility.PRIVATE);
        assertThatThrownBy(
                        () -> here.update(UpdateConnection.of(id).ifRevision(2).description("d")))
                .isInstanceOf(RevisionMismatchException.class);
    }

    @Test
    void aDeleteDecidesByTheRowAsItIsAndNotByACachedOne() {
        String id = cachedHereAndMadePrivateThere();

        here.delete(id, 2);

        assertThat(all(there)).isEmpty();
    }

    @Test
    void whoMayNotSeeARowAnyMoreIsNotToldThatItIsThere() {
        String id = cachedHereAndMadePrivateThere();
        Connections bob = first.actingAs(Person.BOB.caller());

        assertThatThrownBy(() -> bob.update(UpdateConnection.of(id).description("d")))
                .isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> bob.delete(id)).isInstanceOf(ConnectionNotFoundException.class);
        assertThat(all(bob)).isEmpty();
        assertThatThrownBy(() -> second.actingAs(Person.BOB.caller()).open(id))
                .isInstanceOf(ConnectionNotFoundException.class);
    }

    /** The first registry has it in its cache as public and of revision 1; it is private, and of revision 2. */
    private String cachedHereAndMadePrivateThere() {
        String id = here.create(orders("orders").accessibility(Accessibility.PUBLIC))
                .id();
        assertThat(here.get(id).revision()).isEqualTo(1);
        there.update(UpdateConnection.of(id).accessibility(Accessibility.PRIVATE));
        return id;
    }

    @Test
    void whatOneDeletesIsGoneForTheOtherAndItsNameIsFree() {
        String id = here.create(orders("orders")).id();
        here.get(id);

        there.delete(id);

        assertThat(all(here)).isEmpty();
        assertThatThrownBy(() -> here.getByName("orders")).isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> here.update(UpdateConnection.of(id).description("d")))
                .isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> here.delete(id)).isInstanceOf(ConnectionNotFoundException.class);
        assertThat(here.create(orders("orders")).id()).isNotEqualTo(id);
    }

    @Test
    void ofManyThatCreateUnderOneNameOneWinsAndTheOthersAreToldThatItIsTaken() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "orders-" + round;
            List<Optional<RegistryException>> told =
                    Threads.each(THREADS, number -> told(() -> side(number).create(orders(name))));

            assertOneWinner(told, NameTakenException.class);
            assertThat(all(here)).hasSize(round + 1);
        }
    }

    @Test
    void ofManyThatUpdateOneRevisionOneWinsAndTheOthersAreToldThatItHasMoved() {
        String id = here.create(orders("orders")).id();
        for (int round = 0; round < ROUNDS; round++) {
            long revision = round + 1L;
            List<Optional<RegistryException>> told = Threads.each(
                    THREADS,
                    number -> told(() -> side(number)
                            .update(UpdateConnection.of(id)
                                    .ifRevision(revision)
                                    .description("of thread " + number)
                                    .setSecret("password", Secret.of("of thread " + number)))));

            assertOneWinner(told, RevisionMismatchException.class);
            ConnectionView now = all(there).get(0);
            assertThat(now.revision()).isEqualTo(revision + 1);
            assertThat(password(there, id)).isEqualTo(now.description());
        }
    }

    @Test
    void noUpdateIsLostOfManyThatExpectNoRevision() {
        String id = here.create(orders("orders")).id();

        List<Optional<RegistryException>> told = Threads.each(
                THREADS,
                number -> told(
                        () -> side(number).update(UpdateConnection.of(id).setSecret("s" + number, Secret.of("s")))));

        assertThat(told).containsOnly(Optional.empty());
        assertThat(there.get(id).secretNames()).hasSize(THREADS + 1);
        assertThat(there.get(id).revision()).isEqualTo(THREADS + 1);
    }

    private Connections side(int number) {
        return number % 2 == 0 ? here : there;
    }

    private static Optional<RegistryException> told(Runnable operation) {
        try {
            operation.run();
            return Optional.empty();
        } catch (RegistryException e) {
            return Optional.of(e);
        }
    }

    private static void assertOneWinner(
            List<Optional<RegistryException>> told, Class<? extends RegistryException> others) {
        assertThat(told).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(told.stream().flatMap(Optional::stream)).hasOnlyElementsOfType(others);
    }

    private static List<ConnectionView> all(Connections connections) {
        return connections.list(ListConnections.inAllWorkspaces().pageSize(100)).connections();
    }

    private static String password(Connections connections, String id) {
        try (OpenedConnection opened = connections.open(id)) {
            return opened.spec(RdsSpec.class).password().reveal();
        }
    }

    private static CreateConnection orders(String name) {
        return CreateConnection.of(
                name, RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Secret.of("s3cret")));
    }
}

package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import io.connreg.StorageException;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.StoredConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the one event of each operation says, for each way in which it may end. */
final class OperationEventTest {
    private static final String ABSENT = "conn-zzzzzzzzzzzzzzzzzz";
    private static final String NOBODY_KNOWS = "CONNREG_NO_SUCH_VARIABLE";

    private final AuditDesk audit = new AuditDesk();
    private final String id = audit.desk.alice.create(Desk.ordersDb()).id();
    private final String orders = "in ws-1; id " + id + "; name orders-db";

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void create() {
        String made = audit.lineOf(() -> audit.alice.create(KeyRingTest.withSecret("new")));
        String madeId = audit.told.element().connectionId();

        assertThat(made).isEqualTo("CREATE; by alice; in ws-1; id " + madeId + "; name new");
        assertThat(audit.alice.get(String.valueOf(madeId)).name()).isEqualTo("new");
        assertThat(audit.lineOf(() -> audit.admin.create(Desk.ordersDb())))
                .isEqualTo("CREATE; by root, administrator; in ws-1; name orders-db; failed with NAME_TAKEN");
        assertThat(audit.lineOf(() -> audit.outsider.create(Desk.ordersDb().inWorkspace("ws-1"))))
                .isEqualTo("CREATE; by mallory; in ws-1; name orders-db; failed with NOT_PERMITTED");
        assertThat(audit.lineOf(() -> audit.alice.create(CreateConnection.of("", CustomSpec.empty()))))
                .isEqualTo("CREATE; by alice; in ws-1; name ; failed with INVALID_REQUEST");
        audit.store.beforeInsert = () -> {
            throw new StorageException("the disk is full");
        };
        assertThat(audit.lineOf(() -> audit.alice.create(KeyRingTest.withSecret("lost"))))
                .isEqualTo("CREATE; by alice; in ws-1; name lost; failed with STORAGE");
    }

    @Test
    void get() {
        Connections nowhere = audit.registry.actingAs(Caller.user("nora"));

        assertThat(audit.lineOf(() -> audit.alice.get(id))).isEqualTo("GET; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.bob.get(id)))
                .isEqualTo("GET; by bob; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.bob.get(ABSENT)))
                .isEqualTo("GET; by bob; id " + ABSENT + "; failed with NOT_FOUND");
        assertThat(audit.lineOf(() -> audit.alice.getByName("orders-db"))).isEqualTo("GET; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.outsider.getByName("ws-1", "orders-db")))
                .isEqualTo("GET; by mallory; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.outsider.getByName("ws-1", "none")))
                .isEqualTo("GET; by mallory; in ws-1; name none; failed with NOT_FOUND");
        assertThat(audit.lineOf(() -> nowhere.getByName("none")))
                .isEqualTo("GET; by nora; name none; failed with INVALID_REQUEST");
    }

    @Test
    void open() {
        String open = "OPEN; by alice; " + orders;
        audit.desk.alice.update(UpdateConnection.of(id).accessibility(Accessibility.PUBLIC));
        ConnectionRegistry strict = audit.open(audit.desk.builder().accessPolicy(AccessPolicy.strict()));
        ConnectionRegistry keyless = audit.open(audit.desk.builder().masterKey(MasterKey.environment(NOBODY_KNOWS)));

        assertThat(audit.lineOf(() -> audit.alice.open(id).close())).isEqualTo(open + "; secrets [password]");
        assertThat(audit.lineOf(() -> audit.outsider.open(id)))
                .isEqualTo("OPEN; by mallory; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.alice.open(ABSENT)))
                .isEqualTo("OPEN; by alice; id " + ABSENT + "; failed with NOT_FOUND");
        assertThat(audit.lineOf(() -> strict.actingAs(Desk.BOB).open(id)))
                .isEqualTo("OPEN; by bob; " + orders + "; failed with NOT_PERMITTED");
        assertThat(audit.lineOf(() -> keyless.actingAs(Desk.ALICE).open(id)))
                .isEqualTo(open + "; failed with KEY_UNAVAILABLE");
        audit.store.row = row -> new StoredConnection(row.head(), row.document().replace("db.internal", "evil"));
        ConnectionRegistry fresh = audit.open(audit.desk.builder());
        assertThat(audit.lineOf(() -> fresh.actingAs(Desk.ALICE).open(id)))
                .isEqualTo(open + "; failed with SECRET_UNREADABLE");
        audit.store.row = row -> new StoredConnection(row.head(), "{");
        ConnectionRegistry another = audit.open(audit.desk.builder());
        assertThat(audit.lineOf(() -> another.actingAs(Desk.ALICE).open(id)))
                .isEqualTo(open + "; failed with CONNECTION_UNREADABLE");
    }

    @Test
    void list() {
        ListConnections everywhere = ListConnections.inAllWorkspaces();

        assertThat(audit.lineOf(() -> audit.alice.list(everywhere))).isEqualTo("LIST; by alice; rows 1");
        assertThat(audit.lineOf(() -> audit.outsider.list(ListConnections.inWorkspace("ws-1"))))
                .isEqualTo("LIST; by mallory; in ws-1");
        assertThat(audit.lineOf(() -> audit.admin.list(everywhere.pageSize(0))))
                .isEqualTo("LIST; by root; failed with INVALID_REQUEST");
        assertThat(audit.lineOf(() -> audit.admin.stream(everywhere.after("foreign"))))
                .isEqualTo("LIST; by root; failed with INVALID_REQUEST");
    }

    @Test
    void aStreamIsAnEventForEachPageThatIsRead() {
        for (int i = 0; i < 1_000; i++) {
            audit.desk.alice.create(CreateConnection.of("c" + i, CustomSpec.empty()));
        }
        ListConnections all = ListConnections.inWorkspace("ws-1");

        assertThat(audit.lineOf(
                        () -> assertThat(audit.alice.stream(all).limit(3)).hasSize(3)))
                .isEqualTo("LIST; by alice; in ws-1; rows 500");
        audit.told.clear();
        assertThat(audit.alice.stream(all)).hasSize(1_001);
        assertThat(audit.told).extracting(OperationEvent::rows).containsExactly(500L, 500L, 1L);
    }

    @Test
    void update() {
        UpdateConnection rename = UpdateConnection.of(id).rename("renamed");

        assertThat(audit.lineOf(() -> audit.alice.update(rename.ifRevision(9))))
                .isEqualTo("UPDATE; by alice; " + orders + "; failed with REVISION_MISMATCH");
        assertThat(audit.lineOf(() -> audit.bob.update(rename)))
                .isEqualTo("UPDATE; by bob; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.alice.update(UpdateConnection.of(id).transferTo("bob"))))
                .isEqualTo("UPDATE; by alice; " + orders + "; failed with NOT_PERMITTED");
        assertThat(audit.lineOf(() -> audit.alice.update(UpdateConnection.of(id).rename(""))))
                .isEqualTo("UPDATE; by alice; id " + id + "; failed with INVALID_REQUEST");
        assertThat(audit.lineOf(() -> audit.alice.update(rename))).isEqualTo("UPDATE; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.admin.update(UpdateConnection.of(id).description("d"))))
                .isEqualTo("UPDATE; by root, administrator; in ws-1; id " + id + "; name renamed");
    }

    @Test
    void delete() {
        assertThat(audit.lineOf(() -> audit.bob.delete(id)))
                .isEqualTo("DELETE; by bob; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.alice.delete(id, 9)))
                .isEqualTo("DELETE; by alice; " + orders + "; failed with REVISION_MISMATCH");
        assertThat(audit.lineOf(() -> audit.alice.delete(id))).isEqualTo("DELETE; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.alice.delete(id, 1)))
                .isEqualTo("DELETE; by alice; id " + id + "; failed with NOT_FOUND");
    }

    @Test
    void validate() {
        UpdateConnection change = UpdateConnection.of(id).setConfig("host", "db2");

        assertThat(audit.lineOf(() -> audit.alice.validate(id))).isEqualTo("VALIDATE; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.alice.validate(change))).isEqualTo("VALIDATE; by alice; " + orders);
        assertThat(audit.lineOf(() -> audit.bob.validate(change)))
                .isEqualTo("VALIDATE; by bob; " + orders + "; failed with NOT_FOUND; hidden");
        assertThat(audit.lineOf(() -> audit.alice.validate(Desk.orders()))).isEqualTo("VALIDATE; by alice; in ws-1");
        assertThat(audit.lineOf(() -> audit.outsider.validate("ws-1", Desk.orders())))
                .isEqualTo("VALIDATE; by mallory; in ws-1; failed with NOT_PERMITTED");
        audit.desk.probe.script = (spec, limit) -> {
            throw new IllegalStateException("s3cret");
        };
        assertThat(audit.eventOf(() -> audit.alice.validate(id)).isSuccess()).isTrue();
    }

    @Test
    void anInterruptedTest() {
        audit.desk.probe.script = (spec, run) -> {
            new CountDownLatch(1).await();
            return Optional.empty();
        };
        Thread.currentThread().interrupt();
        String line = audit.lineOf(() -> audit.alice.validate(Desk.orders()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(line)
                .isEqualTo("VALIDATE; by alice; in ws-1; failed with java.util.concurrent.CancellationException");
    }

    @Test
    void aClosedRegistry() {
        audit.registry.close();

        assertThat(audit.lineOf(() -> audit.alice.open(id)))
                .isEqualTo("OPEN; by alice; id " + id + "; failed with java.lang.IllegalStateException");
    }

    @Test
    void hostileTextIsShownShortAndOnOneLine() {
        Connections hostile = audit.registry
                .actingAs(Caller.user("mal\nlory").memberOf("ws\r1"))
                .inRequest("r".repeat(257));
        String tooLong = "i".repeat(100_000);
        OperationEvent byId = audit.eventOf(() -> hostile.open(tooLong + "\u0000"));
        OperationEvent byName = audit.eventOf(() -> hostile.getByName("na\u0007me\ud800"));

        assertThat(byId.userId()).isEqualTo("mal?lory");
        assertThat(byId.connectionId()).isEqualTo("i".repeat(256) + "…");
        assertThat(byId.requestId()).isEqualTo("r".repeat(256) + "…");
        assertThat(byName.workspaceId()).isEqualTo("ws?1");
        assertThat(byName.connectionName()).isEqualTo("na?me?");
    }

    @Test
    void aTextAsLongAsAnyIdMayBeIsShownWhole() {
        String longest = "\ud83d\ude00".repeat(128);

        assertThat(audit.eventOf(() ->
                                audit.registry.actingAs(Caller.user(longest)).get(id))
                        .userId())
                .isEqualTo(longest);
    }

    @Test
    void aRequestHasItsIdAndItsTime() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7); // a clock of this kind may wrap around
        Observation observation = new Observation(Audit.direct(audit.told::add, nanos::get), audit.clock, nanos::get);
        OperationEvent event =
                audit.eventOf(() -> observation.run(new Trail(Operation.GET, Desk.ALICE, null), trail -> {
                    audit.clock.forward(Duration.ofDays(1));
                    return nanos.addAndGet(5_000_000);
                }));

        assertThat(event.duration()).isEqualTo(Duration.ofMillis(5));
        assertThat(event.at()).isEqualTo(audit.clock.instant().minus(Duration.ofDays(1)));
        assertThat(audit.lineOf(() -> audit.alice.inRequest("r-7").delete(id)))
                .isEqualTo("DELETE; by alice; request r-7; " + orders);
    }
}

package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spi.AuditListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener on the thread of the operation: whatever it does, it is the operation that counts. */
final class AuditListenerTest {
    private final Desk desk = new Desk();
    private final String id = desk.alice.create(Desk.ordersDb()).id();
    private final List<OperationEvent> told = new ArrayList<>();
    private volatile AuditListener script = event -> {};
    private final ConnectionRegistry registry =
            desk.builder().auditListener(event -> script.ended(event)).open();
    private final Connections alice = registry.actingAs(Desk.ALICE);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void isToldBeforeTheCallerHasTheAnswerOnTheCallersThread() {
        List<Thread> threads = new ArrayList<>();
        script = event -> {
            told.add(event);
            threads.add(Thread.currentThread());
        };
        alice.open(id).close();

        assertThat(told).extracting(OperationEvent::operation).containsExactly(Operation.OPEN);
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void oneThatThrowsHarmsNobodyAndIsCounted() {
        script = event -> {
            throw new IllegalStateException("s3cret");
        };
        assertOpens(alice);
        assertThatThrownBy(() -> alice.get("none")).isInstanceOf(ConnectionNotFoundException.class);
        script = event -> {
            throw new StackOverflowError();
        };
        assertOpens(alice);
        assertThatThrownBy(() -> alice.get("none"))
                .isInstanceOf(ConnectionNotFoundException.class)
                .hasNoSuppressedExceptions();

        assertThat(registry.counters().eventsFailed()).isEqualTo(4);
        assertThat(registry.counters().succeeded(Operation.OPEN)).isEqualTo(2);
    }

    @Test
    void oneThatCallsBackIsNotToldOfThat() {
        script = event -> {
            told.add(event);
            assertOpens(alice);
            assertThat(alice.stream(ListConnections.inAllWorkspaces())).hasSize(1);
            alice.update(UpdateConnection.of(id).description("audited"));
            registry.keys().status();
        };
        assertThat(alice.get(id).description()).isEmpty();
        assertThat(alice.get(id).description()).isEqualTo("audited");

        assertThat(told).extracting(OperationEvent::operation).containsExactly(Operation.GET, Operation.GET);
        assertThat(registry.counters().succeeded(Operation.OPEN)).isEqualTo(2);
        assertThat(registry.counters().eventsFailed()).isZero();
    }

    @Test
    void oneThatClosesTheRegistryHasItClosed() {
        script = event -> registry.close();
        assertOpens(alice);

        assertThatThrownBy(() -> alice.get(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneThatStallsStallsItsOwnCallerAlone() throws Exception {
        CountDownLatch inListener = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        script = event -> {
            if ("alice".equals(event.userId())) {
                inListener.countDown();
                await(released);
            }
        };
        FutureTask<Boolean> stalled = new FutureTask<>(() -> {
            assertOpens(alice);
            return true;
        });
        Thread thread = new Thread(stalled);
        thread.start();
        inListener.await();

        Connections admin = registry.actingAs(Desk.ADMIN);
        assertOpens(admin);
        admin.update(UpdateConnection.of(id).setSecret("password", Secret.of("s3cret")));
        registry.keys().rotate();
        registry.keys().reseal();
        admin.delete(id);
        registry.close();
        assertThat(stalled.isDone()).isFalse();
        released.countDown();
        assertThat(stalled.get()).isTrue();
        thread.join();
    }

    @Test
    void theCallersInterruptIsGivenBack() {
        script = event -> assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertOpens(alice);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(registry.counters().eventsFailed()).isZero();
    }

    @Test
    void theLastListenerThatWasSetIsTheOne() {
        List<OperationEvent> first = new ArrayList<>();
        try (ConnectionRegistry other = desk.builder()
                .queuedAuditListener(first::add, 1)
                .auditListener(told::add)
                .open()) {
            other.actingAs(Desk.ALICE).get(id);
        }
        assertThat(first).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatGoesWrongOftenIsLoggedOnceAMinute() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7); // a clock of this kind may wrap around
        Seldom seldom = new Seldom(nanos::get);

        assertThat(seldom.isTime()).isTrue();
        nanos.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
        assertThat(seldom.isTime()).isFalse();
        nanos.addAndGet(1);
        assertThat(seldom.isTime()).isTrue();
        assertThat(seldom.isTime()).isFalse();
    }

    private void assertOpens(Connections connections) {
        try (OpenedConnection opened = connections.open(id)) {
            assertThat(opened.spec().secrets()).containsEntry("password", Secret.of("s3cret"));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

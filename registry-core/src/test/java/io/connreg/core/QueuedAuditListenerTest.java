package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import io.connreg.spi.AuditListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener on a thread of its own: nobody waits for it, and closing does not wait for ever. */
final class QueuedAuditListenerTest {
    private final Desk desk = new Desk();
    private final String id = desk.alice.create(Desk.ordersDb()).id();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicReference<ConnectionRegistry> opened = new AtomicReference<>();

    @AfterEach
    void release() {
        released.countDown();
    }

    private ConnectionRegistry open(AuditListener listener, int capacity) {
        opened.set(desk.builder().queuedAuditListener(listener, capacity).open());
        return registry();
    }

    private ConnectionRegistry registry() {
        return Objects.requireNonNull(opened.get());
    }

    private void get(int count) {
        Connections connections = registry().actingAs(Desk.ALICE);
        for (int i = 0; i < count; i++) {
            connections.inRequest("" + i).get(id);
        }
    }

    /** Begins with the first event, and then does not go on until it is released. */
    private void stall(OperationEvent event) {
        told.add(String.valueOf(event.requestId()));
        begun.countDown();
        await(released);
    }

    @Test
    void isToldInOrderOnOneDaemonThreadOfItsOwn() {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        try (ConnectionRegistry registry = open(
                event -> {
                    told.add(String.valueOf(event.requestId()));
                    threads.add(Thread.currentThread());
                },
                100)) {
            get(100);
            assertThat(registry.counters().eventsDropped()).isZero();
        }

        assertThat(told)
                .containsExactlyElementsOf(
                        LongStream.range(0, 100).mapToObj(Long::toString).toList());
        Thread thread = threads.element();
        assertThat(threads).containsOnly(thread);
        assertThat(thread).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
        assertThat(thread.getName()).isEqualTo("connreg-audit");
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void whatTheQueueCannotHoldIsDroppedAndCountedAndNobodyWaits() throws InterruptedException {
        ConnectionRegistry registry = open(this::stall, 3);
        get(1);
        begun.await();
        get(10);

        assertThat(registry.counters().succeeded(Operation.GET)).isEqualTo(11);
        assertThat(registry.counters().eventsDropped()).isEqualTo(7);
        released.countDown();
        registry.close();
        assertThat(told).containsExactly("0", "0", "1", "2");
        assertThat(registry.counters().eventsDropped()).isEqualTo(7);
    }

    @Test
    void closingWaitsForWhatIsInTheQueue() throws InterruptedException {
        ConnectionRegistry registry = open(this::stall, 100);
        get(100);
        begun.await();
        desk.store.beforeClose = released::countDown;
        registry.close();

        assertThat(told).hasSize(100);
        assertThat(registry.counters().eventsDropped()).isZero();
    }

    @Test
    void whatIsAskedOfAClosedRegistryIsCountedAsDropped() {
        ConnectionRegistry registry = open(event -> told.add("told"), 10);
        Connections alice = registry.actingAs(Desk.ALICE);
        registry.close();
        registry.close();
        assertThatThrownBy(() -> alice.get(id)).isInstanceOf(IllegalStateException.class);

        assertThat(told).isEmpty();
        assertThat(registry.counters().eventsDropped()).isEqualTo(1);
        assertThat(registry.counters().failed(Operation.GET)).isEqualTo(1);
    }

    @Test
    void oneThatStallsDoesNotHoldUpTheEndForEverAndIsInterrupted() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Audit audit = Audit.queued(
                event -> {
                    begun.countDown();
                    try {
                        released.await();
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                    }
                },
                10,
                Duration.ofMillis(1),
                Ticker.systemTicker());
        for (int i = 0; i < 5; i++) {
            audit.tell(event());
        }
        begun.await();
        audit.close();

        assertThat(audit.dropped()).isEqualTo(4);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void aClosingThreadThatIsInterruptedWaitsNoLongerAndStaysInterrupted() throws InterruptedException {
        Audit audit = Audit.queued(this::stall, 10, Duration.ofDays(1), Ticker.systemTicker());
        audit.tell(event());
        begun.await();
        Thread.currentThread().interrupt();
        audit.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void oneThatClosesTheRegistryDoesNotWaitForItself() throws Exception {
        CountDownLatch all = new CountDownLatch(3);
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        ConnectionRegistry registry = open(
                event -> {
                    if (begun.getCount() > 0) {
                        begun.countDown();
                        await(released);
                        registry().close();
                        closed.complete(!Thread.currentThread().isInterrupted());
                    }
                    told.add(String.valueOf(event.requestId()));
                    all.countDown();
                },
                10);
        get(3);
        released.countDown();

        assertThat(closed.get()).isTrue();
        all.await();
        registry.close();
        assertThat(told).containsExactly("0", "1", "2");
    }

    @Test
    void oneThatThrowsOrIsInterruptedIsToldTheNextAllTheSame() {
        ConnectionRegistry registry = open(
                event -> {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    Thread.currentThread().interrupt();
                    told.add(String.valueOf(event.requestId()));
                    throw new IllegalStateException("s3cret");
                },
                10);
        get(2);
        registry.close();

        assertThat(told).containsExactly("0", "1");
        assertThat(registry.counters().eventsFailed()).isEqualTo(2);
    }

    @Test
    void oneThatCallsBackDoesNotFeedItself() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        ConnectionRegistry registry = open(
                event -> {
                    told.add(String.valueOf(event.requestId()));
                    registry().actingAs(Desk.ALICE).open(id).close();
                    twice.countDown();
                },
                10);
        get(2);
        twice.await();
        registry.close();

        assertThat(told).containsExactly("0", "1");
        assertThat(registry.counters().succeeded(Operation.OPEN)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aQueueHoldsSomething(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registries.builder().queuedAuditListener(event -> {}, capacity));
    }

    private static OperationEvent event() {
        return new Trail(Operation.GET, Desk.ALICE, null).event(Instant.EPOCH, Duration.ZERO, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

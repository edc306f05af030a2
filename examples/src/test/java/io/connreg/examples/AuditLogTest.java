package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.OperationEvent;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.core.RegistryBuilder;
import io.connreg.examples.sweep.Overheard;
import io.connreg.spi.AuditListener;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the log says of an audit listener that fails or does not keep up. */
final class AuditLogTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private static RegistryBuilder builder() {
        return Registries.builder().url("memory:").masterKey(MasterKey.line(MasterKey.generate()));
    }

    private static void ask(ConnectionRegistry registry) {
        Connections alice = registry.actingAs(Person.ALICE.caller());
        assertThatThrownBy(() -> alice.get("none")).isInstanceOf(ConnectionNotFoundException.class);
    }

    /** Says in its words what must not be logged. */
    private static final class Talkative implements AuditListener {
        @Override
        public void ended(OperationEvent event) {
            throw new IllegalStateException("s3cret", new IllegalArgumentException("s3cret"));
        }
    }

    @Test
    void aListenerThatThrowsIsNamedWithoutItsWords() {
        try (Overheard overheard = Overheard.listen();
                ConnectionRegistry registry =
                        builder().auditListener(new Talkative()).open()) {
            ask(registry);

            assertThat(overheard.text())
                    .contains("io.connreg.spi.AuditListener ")
                    .contains("the audit listener " + Talkative.class.getName()
                            + " failed with java.lang.IllegalStateException; so far it has failed 1 times")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void droppedEventsAreTold() throws InterruptedException {
        try (Overheard overheard = Overheard.listen();
                ConnectionRegistry registry =
                        builder().queuedAuditListener(event -> stall(), 1).open()) {
            ask(registry);
            begun.await();
            ask(registry);
            assertThat(overheard.text()).doesNotContain("dropped");
            ask(registry);

            assertThat(overheard.text())
                    .contains("audit events were dropped, as the queue was full or closed: 1 so far");
            released.countDown();
        }
    }

    private void stall() {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

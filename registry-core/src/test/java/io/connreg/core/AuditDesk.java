package io.connreg.core;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.OperationEvent;
import io.connreg.RegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A desk whose registry tells a listener of what is done, and what was told. */
final class AuditDesk implements AutoCloseable {
    final Desk desk = new Desk();
    final EditedStore store = desk.store;
    final StoppedClock clock = new StoppedClock();
    final Queue<OperationEvent> told = new ConcurrentLinkedQueue<>();
    final ConnectionRegistry registry = open(desk.builder());
    final Connections alice = registry.actingAs(Desk.ALICE);
    final Connections bob = registry.actingAs(Desk.BOB);
    final Connections admin = registry.actingAs(Desk.ADMIN);
    final Connections outsider = registry.actingAs(Desk.OUTSIDER);

    /** Another registry over the same store that tells as well. */
    ConnectionRegistry open(RegistryBuilder builder) {
        return builder.clock(clock).auditListener(told::add).open();
    }

    /** The one event of this operation, whatever comes of it. */
    OperationEvent eventOf(Runnable operation) {
        told.clear();
        try {
            operation.run();
        } catch (RegistryException | IllegalStateException | IllegalArgumentException expected) {
            // the event tells
        }
        if (told.size() != 1) {
            throw new AssertionError("there are " + told.size() + " events: " + told);
        }
        return told.element();
    }

    /** All that the event of this operation says but its times, in a line; what says nothing is left out. */
    String lineOf(Runnable operation) {
        return line(eventOf(operation));
    }

    static String line(OperationEvent event) {
        List<String> facts = new ArrayList<>();
        facts.add(event.operation().name());
        if (event.userId() != null) {
            facts.add("by " + event.userId() + (event.administrator() ? ", administrator" : ""));
        }
        add(facts, "request ", event.requestId());
        add(facts, "in ", event.workspaceId());
        add(facts, "id ", event.connectionId());
        add(facts, "name ", event.connectionName());
        add(facts, "secrets ", event.secretNames().isEmpty() ? null : event.secretNames());
        add(facts, "key ", event.key());
        add(facts, "rows ", event.rows() == 0 ? null : event.rows());
        add(facts, "failed with ", event.failure());
        add(facts, "", event.hidden() ? "hidden" : null);
        return String.join("; ", facts);
    }

    private static void add(List<String> facts, String what, @Nullable Object fact) {
        if (fact != null) {
            facts.add(what + fact);
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}

package io.connreg;

/**
 * A registry of connections, kept in one store. Thread-safe; one a process is enough.
 *
 * <pre>{@code
 * try (ConnectionRegistry registry = Registries.open("jdbc:h2:./data/registry", MasterKey.fileOrCreate(path))) {
 *     Connections connections = registry.actingAs(Caller.user("alice").memberOf("ws-1"));
 * }
 * }</pre>
 */
public interface ConnectionRegistry extends AutoCloseable {

    /** The operations as this caller may use them. Cheap; keeps no resource. */
    Connections actingAs(Caller caller);

    /**
     * The operations on keys, for the host's operators: they ask for no caller, so do not hand out the registry to whom they
     * are not for. Cheap; keeps no resource.
     */
    Keys keys();

    /**
     * Whether secrets can be opened and stored, and what to do if not. Asks the store and, if its keys are not at hand, the
     * master key; nothing else. Never throws.
     */
    Health health();

    /** What was counted since it was opened. Cheap enough to be asked every second; asks no store. Never throws. */
    Counters counters();

    /**
     * Closes the store and drops the keys. Connections that were opened stay readable until they are closed themselves.
     * Every later operation throws {@link IllegalStateException}. If the audit listener is queued, waits until it was told
     * what is waiting, for at most five seconds. Closing again changes nothing.
     */
    @Override
    void close();
}

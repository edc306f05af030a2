package io.connreg;

import io.connreg.spec.ConnectionSpec;

/**
 * A connection with its secrets in the clear, all of one revision: connect to the host that stands here, not to one
 * read elsewhere. Closing it wipes the secrets; a string that {@link Secret#reveal()} gave out cannot be wiped.
 * Thread-safe.
 */
public final class OpenedConnection implements AutoCloseable {
    private final ConnectionView view;
    private final ConnectionSpec spec;

    /** Takes over {@code spec}'s secrets: closing this wipes them. */
    public OpenedConnection(ConnectionView view, ConnectionSpec spec) {
        this.view = view;
        this.spec = spec;
    }

    /** The same connection without secrets. */
    public ConnectionView view() {
        return view;
    }

    /** Its configs and secrets. */
    public ConnectionSpec spec() {
        return spec;
    }

    /**
     * Its configs and secrets as this type.
     *
     * @throws IllegalStateException if the connection is of another type
     */
    public <S extends ConnectionSpec> S spec(Class<S> type) {
        if (!type.isInstance(spec)) {
            throw new IllegalStateException("connection " + view.id() + " is a " + view.type() + ": ask for "
                    + spec.getClass().getSimpleName() + ", not for " + type.getSimpleName());
        }
        return type.cast(spec);
    }

    /** Wipes the secrets. Doing it again changes nothing. */
    @Override
    public void close() {
        spec.secrets().values().forEach(Secret::wipe);
    }

    @Override
    public String toString() {
        return "Opened(" + view + ")";
    }
}

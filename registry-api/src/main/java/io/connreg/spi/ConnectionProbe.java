package io.connreg.spi;

import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import java.util.Optional;

/**
 * Tests whether connections of some types work, by connecting as a user of them would and changing nothing there. Handed
 * to the registry's builder, or found by {@link java.util.ServiceLoader}; for the latter a plug-in declares it twice,
 * with {@code provides} in its module descriptor and in {@code META-INF/services}. Thread-safe.
 */
public interface ConnectionProbe {

    /** Whether this tests connections of the type. Looks at nothing but the type, at once: no deadline is over this. */
    boolean accepts(ConnectionType type);

    /**
     * Tests one connection. Runs on a thread of its own. When the time is over that is interrupted, the sockets of the run
     * are closed, and the caller is told {@link Failure#TIMEOUT}, whether this ends or not.
     *
     * <p>The answer is a class of failure and no text: what the far side or a driver says may hold the secret, or tell
     * of a network that the caller does not see, and so has no way through. For the same reason any exception but a
     * {@link ProbeException} is logged by its class alone; the caller is told {@link Failure#PROBE_FAILED}.
     *
     * @param spec of a type that this accepts, with all that the type's schema asks for. Not to be kept: its secrets are
     *     wiped when the test is over, and a late {@link io.connreg.Secret#reveal()} throws
     * @param run the way to the far side, and the time left
     * @return what is wrong; empty if the connection works
     * @throws ProbeException with what is wrong, as {@link ProbeRun#connect} throws it
     */
    Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) throws ProbeException, InterruptedException;
}

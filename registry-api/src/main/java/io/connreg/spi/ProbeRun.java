package io.connreg.spi;

import java.net.Socket;
import java.time.Duration;

/**
 * One run of a probe: its way to the far side, under the host's {@link TargetPolicy}, and the time it has left. A probe
 * that connects in any other way is under no rule but its own.
 *
 * <p>Thread-safe. When the run is over, for whatever reason, all its sockets are closed: who reads from one then gets an
 * exception, and so an end.
 */
public interface ProbeRun {

    /** How long this may still take; zero if the time is over. */
    Duration timeLeft();

    /**
     * A connection to the first address of this host that takes one. It is a plain one, made past any proxy that is set
     * for the JVM. TLS is put on top of it, to be checked against the host, never against the address.
     *
     * @param host a name or an address, as a connection has it
     * @return connected, to be closed by the probe
     * @throws ProbeException with {@link io.connreg.ValidationResult.Failure#TARGET_REFUSED} if the host's rule does not
     *     let a test go there, or with what else is wrong; meant to be passed on
     */
    Socket connect(String host, int port) throws ProbeException;
}

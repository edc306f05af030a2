package io.connreg.spi;

import java.net.InetAddress;

/**
 * The host's rule on where the test of a connection may connect. A name is resolved once, all of its addresses are asked
 * for, one that is refused refuses them all, and the connection goes to an address that was asked for: a name that
 * resolves to something else a moment later gives nothing.
 *
 * <p>Implementations are thread-safe, quick, decide by their arguments alone, and never throw.
 */
@FunctionalInterface
public interface TargetPolicy {

    /**
     * Whether a test may connect there.
     *
     * @param host the name or address as the connection has it, in ASCII, without brackets
     * @param address one of those that it stands for
     */
    boolean permits(String host, InetAddress address, int port);

    /**
     * The rule unless a host brings its own. Refused is what no connection needs and a server must not be lured to:
     * link-local addresses, those at which clouds tell a machine its own credentials, unspecified, multicast and
     * broadcast ones, also where they are wrapped into an IPv6 address. Loopback and private networks are permitted, since
     * that is where databases live.
     */
    static TargetPolicy standard() {
        return RefusedRanges.STANDARD;
    }

    /** As {@link #standard()}, and refuses loopback, private, shared and reserved networks too. */
    static TargetPolicy strict() {
        return RefusedRanges.STRICT;
    }
}

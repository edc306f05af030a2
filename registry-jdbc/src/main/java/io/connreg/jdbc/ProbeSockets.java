package io.connreg.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives a driver the one socket that a test of a connection has opened for it, to an address that the host's rule has
 * permitted. Drivers make one by its name; it is public for them alone. Outside of a test it gives none, nor a second one
 * within, with which a driver would try again, or go where a server sends it.
 */
public final class ProbeSockets extends SocketFactory {
    private static final ThreadLocal<@Nullable Socket> LENT = new ThreadLocal<>();

    /** Made by drivers. */
    public ProbeSockets() {}

    /** For a driver that works on this thread; it stays the test's to close. */
    static void lend(Socket connected) {
        LENT.set(connected);
    }

    /** If no driver has taken it. */
    static void takeBack() {
        LENT.remove();
    }

    /**
     * The socket, connected.
     *
     * @throws IOException if it was given already, or no test runs on this thread
     */
    @Override
    public Socket createSocket() throws IOException {
        Socket lent = LENT.get();
        if (lent == null) {
            throw new IOException("no connection is being tested on this thread, or it has been made");
        }
        LENT.remove();
        return lent;
    }

    /** Never: where to has been decided. */
    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw elsewhere();
    }

    /** Never: where to has been decided. */
    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw elsewhere();
    }

    /** Never: where to has been decided. */
    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw elsewhere();
    }

    /** Never: where to has been decided. */
    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw elsewhere();
    }

    private static IOException elsewhere() {
        return new IOException("a test connects to the address that was permitted alone");
    }
}

package io.connreg.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives a driver the one socket that a test of a connection has opened for it, to an address that the host's rule has
 * permitted. Drivers make one by its name; it is public for them alone. Outside of a test it gives none, nor a second one
 * within.
 */
public final class ProbeSockets extends SocketFactory {
    private static final ThreadLocal<@Nullable Lent> LENT = new ThreadLocal<>();

    /** What a test lends to a driver that works on the same thread; it stays the test's to close. */
    static final class Lent implements AutoCloseable {
        private @Nullable Socket socket;
        private boolean askedAgain;

        private Lent(Socket socket) {
            this.socket = socket;
        }

        private Socket take() throws IOException {
            Socket taken = socket;
            if (taken == null) {
                askedAgain = true;
                throw new IOException("a test makes one connection");
            }
            socket = null;
            return taken;
        }

        /** Whether the driver wanted another one: the far side sent it elsewhere. */
        boolean askedAgain() {
            return askedAgain;
        }

        @Override
        public void close() {
            LENT.remove();
        }
    }

    /** Made by drivers. */
    public ProbeSockets() {}

    static Lent lend(Socket socket) {
        Lent lent = new Lent(socket);
        LENT.set(lent);
        return lent;
    }

    /**
     * The socket, connected.
     *
     * @throws IOException if it was given already, or no test runs on this thread
     */
    @Override
    public Socket createSocket() throws IOException {
        Lent lent = LENT.get();
        if (lent == null) {
            throw new IOException("no connection is being tested on this thread");
        }
        return lent.take();
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

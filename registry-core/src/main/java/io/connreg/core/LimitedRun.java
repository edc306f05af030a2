package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ValidationResult.Failure;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import io.connreg.spi.TargetPolicy;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run that knows its end: it connects where the host lets it, and closes its sockets when it is over. */
final class LimitedRun implements ProbeRun, AutoCloseable {
    private static final Logger LOG = System.getLogger(LimitedRun.class.getName());

    /** What names stand for. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Duration limit;
    private final Ticker ticker;
    private final long start;
    private final TargetPolicy targets;
    private final Resolver resolver;
    private final Object lock = new Object();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean over;

    LimitedRun(Duration limit, Ticker ticker, TargetPolicy targets) {
        this(limit, ticker, targets, InetAddress::getAllByName);
    }

    LimitedRun(Duration limit, Ticker ticker, TargetPolicy targets, Resolver resolver) {
        this.limit = limit;
        this.ticker = ticker;
        this.start = ticker.read();
        this.targets = targets;
        this.resolver = resolver;
    }

    @Override
    public Duration timeLeft() {
        Duration left = limit.minusNanos(ticker.read() - start);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Socket connect(String host, int port) throws ProbeException {
        String name = ascii(host);
        InetAddress[] addresses = resolve(name);
        for (InetAddress address : addresses) {
            if (!targets.permits(name, address, port)) {
                throw new ProbeException(Failure.TARGET_REFUSED);
            }
        }
        Failure failure = Failure.UNREACHABLE;
        for (int tried = 0; tried < addresses.length; tried++) {
            try {
                return connect(
                        new InetSocketAddress(addresses[tried], port),
                        timeLeft().dividedBy(addresses.length - tried));
            } catch (SocketTimeoutException e) {
                failure = Failure.TIMEOUT;
            } catch (IOException e) {
                failure = Failure.UNREACHABLE;
            }
        }
        throw new ProbeException(failure);
    }

    /** A zone, as in {@code fe80::1%eth0}, would tell which networks this machine is in. */
    private static String ascii(String host) throws ProbeException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.isEmpty() || bare.contains("%")) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        try {
            return IDN.toASCII(bare);
        } catch (IllegalArgumentException e) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
    }

    private InetAddress[] resolve(String name) throws ProbeException {
        try {
            return resolver.resolve(name);
        } catch (UnknownHostException e) {
            throw new ProbeException(Failure.UNREACHABLE);
        }
    }

    private Socket connect(InetSocketAddress address, Duration timeout) throws ProbeException, IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            keep(socket);
            socket.connect(address, (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis(timeout))));
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException | ProbeException e) {
            socket.close();
            throw e;
        }
    }

    private static long millis(Duration timeout) {
        return TimeUnit.MILLISECONDS.convert(timeout);
    }

    private void keep(Socket socket) throws ProbeException {
        synchronized (lock) {
            if (over) {
                throw new ProbeException(Failure.TIMEOUT);
            }
            sockets.add(socket);
        }
    }

    /** Whoever reads from a socket of this run, or connects it, gets an exception. */
    @Override
    public void close() {
        synchronized (lock) {
            over = true;
            sockets.forEach(LimitedRun::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(
                    Level.DEBUG,
                    "a probe's socket was not closed: " + e.getClass().getName());
        }
    }
}

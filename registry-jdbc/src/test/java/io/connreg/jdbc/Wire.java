package io.connreg.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire between clients and a server that can be cut. */
final class Wire implements AutoCloseable {
    /** Where it is cut. */
    enum Cut {
        BEFORE_THE_SERVER_HEARS,
        AFTER_IT_HAS_HEARD,
        AFTER_IT_HAS_ANSWERED
    }

    private static final CompletableFuture<Boolean> NOT_HELD = CompletableFuture.completedFuture(false);
    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Thread acceptor;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile Plan plan = Plan.NONE;

    /** To the server of this URL. */
    Wire(String url) throws IOException {
        Matcher address = address(url);
        host = address.group(1);
        port = Integer.parseInt(address.group(2));
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        acceptor = run(this::accept);
    }

    private static Matcher address(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalArgumentException("tests of lost connections need a port in the URL");
        }
        return address;
    }

    /** The same URL through this wire. */
    String url(String url) {
        return address(url).replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
    }

    private static Thread run(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Line line = new Line(door.accept());
                lines.add(line);
                run(line::up);
                run(line::down);
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Cuts a line that is there now when this request from now on, counted from 1, is sent through any of them. */
    void cutAt(int request, Cut how) {
        plan(request, how, NOT_HELD);
    }

    private void plan(int request, Cut how, CompletableFuture<Boolean> held) {
        plan = new Plan(Set.copyOf(lines), how, new AtomicInteger(request), new CompletableFuture<>(), held);
    }

    /** Holds back this request, counted as above, with all that would follow on its line: as if the client were stopped. */
    void holdAt(int request) {
        plan(request, Cut.AFTER_IT_HAS_HEARD, new CompletableFuture<>());
    }

    /** Lets go what is held back. */
    void letGo() {
        plan.held.complete(true);
    }

    /** Whether a line was cut as planned. Nothing is planned any more. */
    boolean wasCut() {
        Plan last = plan;
        plan = Plan.NONE;
        return last.done.isDone();
    }

    /** Returns when a line has been cut, or is held, as planned. */
    void awaitCut() {
        plan.done.join();
    }

    /** From now on there are no new lines, and none is on its way. */
    void shut() throws IOException, InterruptedException {
        door.close();
        acceptor.join();
    }

    /** Cuts all lines now. */
    void hangUp() {
        lines.forEach(Line::close);
    }

    /** From now on nothing comes through the lines that are there; new ones are good. */
    void fallSilent() {
        lines.forEach(line -> line.silent = true);
    }

    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
    }

    /** What is to be cut. */
    private record Plan(
            Set<Line> lines,
            Cut how,
            AtomicInteger left,
            CompletableFuture<Boolean> done,
            CompletableFuture<Boolean> held) {
        static final Plan NONE =
                new Plan(Set.of(), Cut.AFTER_IT_HAS_HEARD, new AtomicInteger(), new CompletableFuture<>(), NOT_HELD);

        boolean isNow(Line line) {
            return lines.contains(line) && left.decrementAndGet() == 0;
        }
    }

    /** One client's connection. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean answerIsLost;
        private volatile boolean silent;
        private volatile CompletableFuture<Boolean> held = NOT_HELD;

        Line(Socket client) throws IOException {
            this.client = client;
            this.server = new Socket(host, port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void up() {
            pump(client, server, this::send);
        }

        void down() {
            pump(server, client, this::answer);
        }

        private void send(byte[] request) throws IOException {
            Plan planned = plan;
            if (silent) {
                return;
            }
            if (!planned.isNow(this)) {
                server.getOutputStream().write(request);
                return;
            }
            if (planned.held != NOT_HELD) {
                held = planned.held;
                planned.done.complete(true);
                held.join();
                server.getOutputStream().write(request);
                return;
            }
            answerIsLost = planned.how == Cut.AFTER_IT_HAS_ANSWERED;
            if (planned.how != Cut.BEFORE_THE_SERVER_HEARS) {
                server.getOutputStream().write(request);
            }
            if (!answerIsLost) {
                cut(planned);
            }
        }

        /** First it is said, then done: who finds the line cut must find it said. Behind a shut door all lines are cut. */
        private void cut(Plan planned) {
            if (door.isClosed()) {
                hangUp();
            }
            planned.done.complete(true);
            close();
        }

        private void answer(byte[] answer) throws IOException {
            held.join();
            if (answerIsLost) {
                cut(plan);
            } else if (!silent) {
                client.getOutputStream().write(answer);
            }
        }

        private void pump(Socket from, Socket to, Passing passing) {
            byte[] buffer = new byte[1 << 16];
            try (from;
                    to) {
                try {
                    for (int read = from.getInputStream().read(buffer); read >= 0; ) {
                        passing.on(Arrays.copyOf(buffer, read));
                        read = from.getInputStream().read(buffer);
                    }
                } finally {
                    held.join(); // neither end hears of the other's
                }
            } catch (IOException ended) {
                lines.remove(this);
            }
        }

        void close() {
            try (client;
                    server) {
                lines.remove(this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is done with the bytes that come from one end. */
    private interface Passing {
        void on(byte[] bytes) throws IOException;
    }
}

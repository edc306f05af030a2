package io.connreg.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on this machine that behaves, or does not; each connection in a thread of its own. */
final class FarSide implements AutoCloseable {
    /** What it does with a connection. */
    interface Behaviour {
        void on(Socket client) throws Exception;
    }

    private final ServerSocket door;
    private final Behaviour behaviour;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> left = new CompletableFuture<>();

    private FarSide(ServerSocket door, Behaviour behaviour) {
        this.door = door;
        this.behaviour = behaviour;
        run(this::accept);
    }

    static FarSide doing(Behaviour behaviour) throws IOException {
        return doing(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    static FarSide doing(ServerSocket door, Behaviour behaviour) {
        return new FarSide(door, behaviour);
    }

    /** Reads a request, answers with this, and waits for the other to leave. */
    static FarSide answering(String answer) throws IOException {
        CompletableFuture<FarSide> self = new CompletableFuture<>();
        self.complete(doing(client -> self.join().answer(client, answer)));
        return self.join();
    }

    /** Of status 200, with this as its body. */
    static FarSide answeringJson(String body) throws IOException {
        return answering(ok(body));
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    void answer(Socket client, String answer) throws IOException {
        requests.add(request(client.getInputStream()));
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        awaitLeaving(client);
    }

    /** Up to the end of its headers, and the body that they speak of. */
    static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            request.append(one(in));
        }
        int length = request.indexOf("Content-Length: ");
        int more = length < 0 ? 0 : Integer.parseInt(request.substring(length + 16, request.indexOf("\r\n", length)));
        for (int i = 0; i < more; i++) {
            request.append(one(in));
        }
        return request.toString();
    }

    private static char one(InputStream in) throws IOException {
        int at = in.read();
        if (at < 0) {
            throw new IOException("the request was cut short");
        }
        return (char) at;
    }

    /** Returns when nothing more comes from there. */
    static void awaitLeaving(Socket client) throws IOException {
        while (client.getInputStream().read() >= 0) {}
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "far side");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                run(() -> serve(client));
            } catch (IOException closed) {
                left.complete(false);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            behaviour.on(client);
            left.complete(true);
        } catch (Exception e) {
            left.complete(true);
        }
    }

    /** Host and port. */
    String address() {
        return "127.0.0.1:" + port();
    }

    int port() {
        return door.getLocalPort();
    }

    String url() {
        return "http://" + address();
    }

    /** The only request there was. */
    String request() {
        if (requests.size() != 1) {
            throw new AssertionError("there were " + requests.size() + " requests");
        }
        return requests.element();
    }

    boolean wasAsked() {
        return !requests.isEmpty();
    }

    /** Returns when a connection has ended, whoever ended it. */
    void awaitEnd() {
        if (!left.join()) {
            throw new AssertionError("nobody came");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

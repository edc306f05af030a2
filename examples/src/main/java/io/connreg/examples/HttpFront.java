package io.connreg.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.wire.WireAnswer;
import io.connreg.wire.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The vendor's six paths over a registry, on the JDK's own server. A host's front does the same with its own server; what
 * it must bring is who calls: here, whoever the host says that a request's {@code Authorization} header is.
 */
public final class HttpFront implements AutoCloseable {
    private static final String ROOT = "/api/v1/connections";
    private static final int THREADS = 4;

    private final WireJson wire = WireJson.strict();
    private final ConnectionRegistry registry;
    private final Function<String, Optional<Caller>> callers;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpServer server;

    private HttpFront(ConnectionRegistry registry, Function<String, Optional<Caller>> callers, HttpServer server) {
        this.registry = registry;
        this.callers = callers;
        this.server = server;
    }

    /**
     * Listens on a free port of this machine alone.
     *
     * @param callers whose request it is, by its {@code Authorization} header, which is empty if there is none
     */
    public static HttpFront start(ConnectionRegistry registry, Function<String, Optional<Caller>> callers)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpFront front = new HttpFront(registry, callers, server);
        server.createContext(ROOT, front::handle);
        server.setExecutor(front.threads);
        server.start();
        return front;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            Optional<Caller> caller = callers.apply(authorization == null ? "" : authorization);
            if (caller.isEmpty()) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            Optional<WireAnswer> answer = answer(exchange, registry.actingAs(caller.get()));
            if (answer.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            send(exchange, answer.get());
        }
    }

    /** Empty if the API has no such method and path. */
    private Optional<WireAnswer> answer(HttpExchange exchange, Connections connections) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(ROOT)) {
            return onAll(exchange, connections);
        }
        return path.startsWith(ROOT + "/")
                ? onOne(exchange, connections, path.substring(ROOT.length() + 1))
                : Optional.empty();
    }

    private Optional<WireAnswer> onAll(HttpExchange exchange, Connections connections) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "POST" -> Optional.of(wire.createConnection(connections, body(exchange)));
            case "GET" -> Optional.of(wire.listConnections(connections, query(exchange)));
            default -> Optional.empty();
        };
    }

    private Optional<WireAnswer> onOne(HttpExchange exchange, Connections connections, String id) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> Optional.of(wire.getConnection(connections, id, query(exchange)));
            case "PUT" -> Optional.of(wire.updateConnection(connections, id, body(exchange)));
            case "DELETE" -> Optional.of(wire.deleteConnection(connections, id));
            case "POST" ->
                id.equals("validate")
                        ? Optional.of(wire.validateConnection(connections, body(exchange)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String query(HttpExchange exchange) {
        return exchange.getRequestURI().getRawQuery();
    }

    /** One byte more than is allowed is read, so that what is too long is refused, and no more. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            return body.readNBytes(WireJson.MAX_BODY + 1);
        }
    }

    private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer.body());
        }
    }

    /** Stops listening; the registry stays open. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}

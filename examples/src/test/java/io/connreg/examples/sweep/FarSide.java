package io.connreg.examples.sweep;

import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.KeySchema;
import io.connreg.spec.TypeSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a connection may lead to: it says again whatever it hears, as a refusal. */
final class FarSide implements AutoCloseable {
    private final ServerSocket door;

    FarSide() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::answerAll, "far-side");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** The same connection, but to here. */
    ConnectionSpec instead(ConnectionSpec spec) {
        Map<String, String> configs = new TreeMap<>(spec.configs());
        for (KeySchema key : TypeSchema.of(spec.connectionType()).keys()) {
            switch (key.form()) {
                case HOST -> configs.replace(key.name(), "127.0.0.1");
                case PORT -> configs.replace(key.name(), String.valueOf(port()));
                case URL -> configs.replace(key.name(), "http://127.0.0.1:" + port() + "/v1");
                case TEXT, ANY -> {}
            }
        }
        return ConnectionSpec.of(spec.connectionType(), configs, spec.secrets());
    }

    private void answerAll() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                answer(caller);
            } catch (IOException hungUp) {
                System.out.println("the far side is left: " + hungUp);
            }
        }
    }

    private static void answer(Socket caller) throws IOException {
        byte[] heard = new byte[1 << 16];
        int read = caller.getInputStream().read(heard);
        String said = read < 0 ? "" : new String(heard, 0, read, StandardCharsets.ISO_8859_1);
        String line = said.replace("\r\n", " ");
        String answer = "HTTP/1.1 401 no " + line + "\r\nWWW-Authenticate: " + line + "\r\nContent-Length: "
                + said.length() + "\r\nConnection: close\r\n\r\n" + said;
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

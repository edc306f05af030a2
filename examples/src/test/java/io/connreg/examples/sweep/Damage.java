package io.connreg.examples.sweep;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.UpdateConnection;
import io.connreg.spi.StoredConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Rows that were changed behind the registry's back, also by putting a secret there in the clear. */
final class Damage {
    private static final Pattern SEALED = Pattern.compile("\"password\":\"([^\"]*)\"");

    private final Scene scene;
    private final String id;

    Damage(Scene scene, ConnectionRegistry registry) {
        this.scene = scene;
        this.id = registry.actingAs(Scene.ALICE)
                .create(Specs.create("damaged", Specs.orders()))
                .id();
    }

    void run() {
        documents(document -> document.replace("db.internal", "evil.example"));
        documents(document -> sealed(document, bytes -> bytes[2] ^= 1));
        documents(document -> sealed(document, bytes -> bytes[bytes.length - 1] ^= 1));
        documents(document -> sealed(document, bytes -> bytes[0] = 9));
        documents(document -> SEALED.matcher(document).replaceAll("\"password\":\"" + Canaries.PASSWORD + "\""));
        documents(document -> SEALED.matcher(document).replaceAll("\"password\":[\"" + Canaries.PASSWORD + "\"]"));
        documents(document -> document.replaceFirst("\"format\":1", "\"format\":2"));
        documents(document -> "{" + Canaries.PASSWORD);
        documents(document -> Canaries.PASSWORD);
    }

    private interface Change {
        void of(byte[] sealed);
    }

    private static String sealed(String document, Change change) {
        return SEALED.matcher(document).replaceAll((MatchResult found) -> {
            byte[] bytes = Base64.getDecoder().decode(found.group(1));
            change.of(bytes);
            return "\"password\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
        });
    }

    private void documents(UnaryOperator<String> edit) {
        scene.edits()
                .rows(
                        row -> row.head().id().equals(id)
                                ? new StoredConnection(row.head(), edit.apply(row.document()))
                                : row,
                        this::meet);
    }

    private void meet() {
        Witness witness = scene.witness();
        ConnectionRegistry fresh = scene.registry(Canaries.masterKey());
        Connections alice = fresh.actingAs(Scene.ALICE);
        witness.refused(() -> alice.open(id));
        witness.refused(() -> alice.validate(id));
        witness.refused(() -> alice.update(UpdateConnection.of(id).setConfig("host", "db2.internal")));
        alice.get(id);
        alice.list(ListConnections.inAllWorkspaces());
        fresh.keys().verify();
        fresh.keys().rotate();
        fresh.keys().reseal();
    }

    /** A slot's content, edited, with the digest that it must have. */
    static UnaryOperator<String> slot(UnaryOperator<String> edit) {
        return content -> {
            String edited = edit.apply(content);
            String digested = edited.substring(0, edited.lastIndexOf(",\"digest\":"));
            return digested + ",\"digest\":\"" + sha256(digested) + "\"}";
        };
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

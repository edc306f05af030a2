package io.connreg.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.ConnectionType;
import io.connreg.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The body of a ValidateConnection call. */
final class ValidateReader {
    private static final String[] KINDS = {"Connectivity"};

    private final RequestReader reader;

    private ValidateReader(RequestReader reader) {
        this.reader = reader;
    }

    static ValidateRequest read(JsonNode body, RequestReader reader) {
        return new ValidateReader(reader).read(body);
    }

    private ValidateRequest read(JsonNode body) {
        WireObject request = new WireObject("", body, reader.problems());
        reader.throwIfAny();
        Optional<String> workspaceId = request.requiredText("WorkspaceId");
        Map<String, String> secrets = request.texts("Secrets");
        Optional<String> id = takeReferences(request.text("ConnectionId"), secrets);
        Optional<String> type = request.text("ConnectionType").filter(text -> !text.isBlank());
        if (id.isEmpty() && type.isEmpty()) {
            reader.problems()
                    .add(new Problem(
                            "ConnectionType", Problem.REQUIRED, "must be given, or a ConnectionId of what is stored"));
        }
        ValidateRequest read = new ValidateRequest(
                workspaceId.orElse(""),
                id,
                type.map(ConnectionType::new),
                request.texts("Configs"),
                reader.secrets(secrets));
        reader.oneOf("ValidateType", request.text("ValidateType"), KINDS);
        reader.close(request);
        reader.throwIfAny();
        return read;
    }

    /**
     * Takes the references from among the secrets: what they stand for is stored, and stays as it is.
     *
     * @return the connection's id, which a reference names too
     */
    private Optional<String> takeReferences(Optional<String> given, Map<String, String> secrets) {
        Optional<String> id = given;
        for (Map.Entry<String, String> secret : new TreeMap<>(secrets).entrySet()) {
            if (SecretReference.marks(secret.getValue())) {
                secrets.remove(secret.getKey());
                id = id.or(() -> SecretReference.connectionIn(secret.getValue()));
                Optional<String> right = id.map(of -> new SecretReference(of, secret.getKey()).text());
                if (!right.equals(Optional.of(secret.getValue()))) {
                    reader.malformed(
                            "Secrets." + secret.getKey(), "is not the reference of this secret of the connection");
                }
            }
        }
        return id;
    }
}

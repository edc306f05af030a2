package io.connreg.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.OpenedConnection;
import io.connreg.RegistryException;
import io.connreg.ValidationResult;
import io.connreg.internal.StrictJson;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The six operations of the vendor's API: its JSON in, its JSON out. A host's HTTP front calls the one that the method
 * and path ask for, with the {@link Connections} of whoever calls, and sends the answer back.
 *
 * <p>Members are in PascalCase, maps are of text, times as {@code 2025-03-07T07:54:56Z}, absent members are left out,
 * {@code RequestId} is in every answer. A {@link RegistryException} becomes an answer with {@code Code} and
 * {@code Message}; its problems are told by the names of the wire. Any other exception is thrown. Thread-safe.
 */
public final class WireJson {
    /** The largest body that is read, in bytes or, of a text, in characters. */
    public static final int MAX_BODY = 4 * 1024 * 1024;

    private static final WireJson STRICT = new WireJson(false, WireJson::randomId);
    private static final WireJson LENIENT = new WireJson(true, WireJson::randomId);

    private final boolean ignoresUnknownFields;
    private final Supplier<String> requestIds;

    private WireJson(boolean ignoresUnknownFields, Supplier<String> requestIds) {
        this.ignoresUnknownFields = ignoresUnknownFields;
        this.requestIds = requestIds;
    }

    private static String randomId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /** Refuses a request that has a field the operation does not have: a misspelled one must not vanish. */
    public static WireJson strict() {
        return STRICT;
    }

    /** Ignores fields that the operation does not have. */
    public static WireJson lenient() {
        return LENIENT;
    }

    /** This, with each answer's {@code RequestId}, which its operations' events carry, taken from the host; random otherwise. */
    public WireJson requestIds(Supplier<String> source) {
        return new WireJson(ignoresUnknownFields, Objects.requireNonNull(source, "source"));
    }

    /** {@code POST /api/v1/connections}: answers with the {@code ConnectionId}. */
    public WireAnswer createConnection(Connections connections, byte[] body) {
        return answer(connections, (reader, operations) -> {
            CreateConnection request = CreateReader.read(WireBody.parse(body), reader);
            return object("ConnectionId", operations.create(request).id());
        });
    }

    /**
     * {@code GET /api/v1/connections/{ConnectionId}}: answers with the connection, its secrets as references or, if the
     * query says {@code EncryptOption=PlainText} and the caller may open it, in the clear.
     *
     * @param query what stands behind the question mark, still encoded; null if nothing does
     */
    public WireAnswer getConnection(Connections connections, String id, @Nullable String query) {
        return answer(connections, (reader, operations) -> {
            WireQuery parameters = new WireQuery(query, reader.problems());
            EncryptOption option = reader.encryptOption(parameters);
            reader.close(parameters);
            reader.throwIfAny();
            if (option == EncryptOption.SECRET) {
                return ConnectionWriter.withReferences(operations.get(id));
            }
            try (OpenedConnection opened = operations.open(id)) {
                return ConnectionWriter.inTheClear(opened);
            }
        });
    }

    /**
     * {@code GET /api/v1/connections}: answers with a page of what the caller may see, with the total. In the clear a
     * page holds at most 100; rows that do not open come with references.
     *
     * @param query as in {@link #getConnection}
     */
    public WireAnswer listConnections(Connections connections, @Nullable String query) {
        return answer(
                connections,
                (reader, operations) -> PageWriter.answer(
                        operations, ListReader.read(new WireQuery(query, reader.problems()), reader)));
    }

    /** {@code PUT /api/v1/connections/{ConnectionId}}: what the body leaves out stays, in the maps key by key. */
    public WireAnswer updateConnection(Connections connections, String id, byte[] body) {
        return answer(connections, (reader, operations) -> {
            operations.update(UpdateReader.read(id, WireBody.parse(body), reader));
            return object();
        });
    }

    /** {@code DELETE /api/v1/connections/{ConnectionId}}. */
    public WireAnswer deleteConnection(Connections connections, String id) {
        return answer(connections, (reader, operations) -> {
            operations.delete(id);
            return object();
        });
    }

    /**
     * {@code POST /api/v1/connections/validate}: tests a stored connection, as it is or with other configs and secrets
     * put over it, or one that is not stored. That it does not work is an ordinary answer.
     */
    public WireAnswer validateConnection(Connections connections, byte[] body) {
        return answer(
                connections,
                (reader, operations) ->
                        write(ValidateReader.read(WireBody.parse(body), reader).carryOut(operations)));
    }

    /**
     * The request in the body of a CreateConnection call, for a host that imports what was exported elsewhere. What is
     * wrong with its JSON is told here; what is wrong with its values, when it is carried out.
     *
     * @throws InvalidRequestException with all that is wrong with the JSON's form; no value is in it
     */
    public CreateConnection readCreate(String json) {
        return CreateReader.read(WireBody.parse(json), new RequestReader(ignoresUnknownFields));
    }

    /** The vendor's Connection object, with references in the place of secrets. */
    public String writeView(ConnectionView view) {
        return ConnectionWriter.withReferences(view).toString();
    }

    private WireAnswer answer(Connections connections, BiFunction<RequestReader, Connections, ObjectNode> operation) {
        String requestId = requestIds.get();
        try {
            ObjectNode json =
                    operation.apply(new RequestReader(ignoresUnknownFields), connections.inRequest(requestId));
            return new WireAnswer(200, requestId, json);
        } catch (RegistryException failure) {
            return new WireAnswer(WireError.status(failure), requestId, WireError.body(failure));
        }
    }

    private static ObjectNode write(ValidationResult result) {
        ObjectNode json = object("Status", result.isSuccess() ? "success" : "failed");
        if (result.failure() != null) {
            json.put("Code", result.failure().name());
        }
        json.put("Message", result.message());
        json.putObject("Details")
                .put("LatencyMs", Long.toString(result.latency().toMillis()));
        return json;
    }

    private static ObjectNode object(String member, String value) {
        return object().put(member, value);
    }

    private static ObjectNode object() {
        return StrictJson.MAPPER.createObjectNode();
    }
}

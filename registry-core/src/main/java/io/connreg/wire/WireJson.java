package io.connreg.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.Problem;
import io.connreg.internal.StrictJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's JSON: members in PascalCase, maps of text, times as {@code 2025-03-07T07:54:56Z}, absent members left
 * out. Thread-safe.
 */
public final class WireJson {
    private static final WireJson STRICT = new WireJson(false);
    private static final WireJson LENIENT = new WireJson(true);
    private static final int LONGEST_BODY = 4 * 1024 * 1024;

    private final boolean ignoresUnknownFields;

    private WireJson(boolean ignoresUnknownFields) {
        this.ignoresUnknownFields = ignoresUnknownFields;
    }

    /** Refuses a request that has a field the operation does not have: a misspelled one must not vanish. */
    public static WireJson strict() {
        return STRICT;
    }

    /** Ignores fields that the operation does not have. */
    public static WireJson lenient() {
        return LENIENT;
    }

    /**
     * The request in the body of a CreateConnection call. What is wrong with its JSON is told here; what is wrong with
     * its values, when it is carried out.
     *
     * @throws InvalidRequestException with all that is wrong with the JSON's form; no value is in it
     */
    public CreateConnection readCreate(String json) {
        return new CreateReader(ignoresUnknownFields).read(parse(json));
    }

    private static JsonNode parse(String json) {
        if (json.length() > LONGEST_BODY) {
            throw refused(Problem.TOO_LARGE, "may have at most " + LONGEST_BODY + " characters");
        }
        try {
            return StrictJson.MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw refused(
                    Problem.TOO_LARGE, "is nested too deeply, or has a number or a member's name that is too long");
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw refused(Problem.MALFORMED, "is not one JSON value without repeated members" + place);
        }
    }

    private static InvalidRequestException refused(String code, String message) {
        return new InvalidRequestException("read the request", List.of(new Problem("body", code, message)));
    }

    /** The vendor's Connection object, without secrets. */
    public String writeView(ConnectionView view) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("ConnectionId", view.id());
        json.put("ConnectionName", view.name());
        json.put("ConnectionType", view.type().value());
        json.put("WorkspaceId", view.workspaceId());
        json.put("Accessibility", view.accessibility().name());
        if (!view.description().isEmpty()) {
            json.put("Description", view.description());
        }
        json.put("Creator", view.creator());
        json.put("GmtCreateTime", time(view.createdAt()));
        json.put("GmtModifiedTime", time(view.modifiedAt()));
        ObjectNode configs = json.putObject("Configs");
        view.configs().forEach(configs::put);
        if (!view.models().isEmpty()) {
            view.models().forEach(model -> write(json.withArray("Models").addObject(), model));
        }
        ObjectNode meta = StrictJson.MAPPER.createObjectNode();
        put(meta, "InstanceId", view.resourceMeta().instanceId());
        put(meta, "InstanceName", view.resourceMeta().instanceName());
        put(meta, "Extra", view.resourceMeta().extra());
        if (!meta.isEmpty()) {
            json.set("ResourceMeta", meta);
        }
        return json.toString();
    }

    private static void write(ObjectNode json, ModelInfo model) {
        put(json, "Model", model.model());
        put(json, "DisplayName", model.displayName());
        put(
                json,
                "ModelType",
                model.modelType() == null ? null : model.modelType().value());
        put(json, "ToolCall", model.toolCall());
        if (model.maxModelLength() != null) {
            json.put("MaxModelLength", model.maxModelLength());
        }
        put(json, "SupportReasoning", model.supportReasoning());
        put(json, "SupportResponseSchema", model.supportResponseSchema());
        put(json, "SupportVision", model.supportVision());
    }

    private static void put(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    private static void put(ObjectNode json, String member, @Nullable Boolean value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}

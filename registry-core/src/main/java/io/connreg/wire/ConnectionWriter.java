package io.connreg.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.ConnectionView;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.OpenedConnection;
import io.connreg.ResourceMeta;
import io.connreg.internal.StrictJson;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The vendor's Connection object. */
final class ConnectionWriter {
    private ConnectionWriter() {}

    /** With a reference in the place of each secret. */
    static ObjectNode withReferences(ConnectionView view) {
        ObjectNode json = withoutSecrets(view);
        ObjectNode secrets = json.putObject("Secrets");
        view.secretNames().forEach(key -> secrets.put(key, new SecretReference(view.id(), key).text()));
        return json;
    }

    /** With its secrets in the clear. */
    static ObjectNode inTheClear(OpenedConnection opened) {
        ObjectNode json = withoutSecrets(opened.view());
        ObjectNode secrets = json.putObject("Secrets");
        opened.spec().secrets().forEach((key, secret) -> secrets.put(key, secret.reveal()));
        return json;
    }

    private static ObjectNode withoutSecrets(ConnectionView view) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("ConnectionId", view.id());
        json.put("ConnectionName", view.name());
        json.put("ConnectionType", view.type().value());
        json.put("WorkspaceId", view.workspaceId());
        json.put("Accessibility", view.accessibility().name());
        put(json, "Description", view.description().isEmpty() ? null : view.description());
        json.put("Creator", view.creator());
        json.put("GmtCreateTime", time(view.createdAt()));
        json.put("GmtModifiedTime", time(view.modifiedAt()));
        ObjectNode configs = json.putObject("Configs");
        view.configs().forEach(configs::put);
        view.models().forEach(model -> write(json.withArray("Models").addObject(), model));
        write(json, view.resourceMeta());
        return json;
    }

    private static void write(ObjectNode json, ModelInfo model) {
        ModelType type = model.modelType();
        put(json, "Model", model.model());
        put(json, "DisplayName", model.displayName());
        put(json, "ModelType", type == null ? null : type.value());
        put(json, "ToolCall", model.toolCall());
        if (model.maxModelLength() != null) {
            json.put("MaxModelLength", model.maxModelLength());
        }
        put(json, "SupportReasoning", model.supportReasoning());
        put(json, "SupportResponseSchema", model.supportResponseSchema());
        put(json, "SupportVision", model.supportVision());
    }

    private static void write(ObjectNode json, ResourceMeta meta) {
        if (!meta.equals(ResourceMeta.NONE)) {
            ObjectNode members = json.putObject("ResourceMeta");
            put(members, "InstanceId", meta.instanceId());
            put(members, "InstanceName", meta.instanceName());
            put(members, "Extra", meta.extra());
        }
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

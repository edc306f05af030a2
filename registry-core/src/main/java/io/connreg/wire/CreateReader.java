package io.connreg.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.ConnectionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One CreateConnection body being read: gathers all that is wrong with its form. */
final class CreateReader {
    private final List<Problem> problems = new ArrayList<>();
    private final boolean ignoresUnknownFields;

    CreateReader(boolean ignoresUnknownFields) {
        this.ignoresUnknownFields = ignoresUnknownFields;
    }

    CreateConnection read(JsonNode body) {
        WireObject request = new WireObject("", body, problems);
        throwIfAny();
        Optional<String> name = request.requiredText("ConnectionName");
        Optional<String> type = request.requiredText("ConnectionType");
        Optional<String> workspaceId = request.text("WorkspaceId");
        Optional<Accessibility> accessibility = request.text("Accessibility").flatMap(this::accessibility);
        Optional<String> description = request.text("Description");
        Map<String, String> configs = request.texts("Configs");
        Map<String, Secret> secrets = secrets(request.texts("Secrets"));
        List<ModelInfo> models =
                request.objects("Models").stream().map(this::model).toList();
        ResourceMeta meta = request.object("ResourceMeta").map(this::meta).orElse(ResourceMeta.NONE);
        close(request);
        throwIfAny();
        ConnectionSpec spec = ConnectionSpec.of(new ConnectionType(type.orElseThrow()), configs, secrets);
        CreateConnection create = CreateConnection.of(name.orElseThrow(), spec)
                .accessibility(accessibility.orElse(Accessibility.PRIVATE))
                .description(description.orElse(""))
                .models(models)
                .resourceMeta(meta);
        return workspaceId.map(create::inWorkspace).orElse(create);
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException("read the request", problems);
        }
    }

    private Optional<Accessibility> accessibility(String text) {
        for (Accessibility known : Accessibility.values()) {
            if (known.name().equals(text)) {
                return Optional.of(known);
            }
        }
        problems.add(new Problem("Accessibility", Problem.MALFORMED, "must be PRIVATE or PUBLIC"));
        return Optional.empty();
    }

    private Map<String, Secret> secrets(Map<String, String> texts) {
        Map<String, Secret> secrets = new TreeMap<>();
        texts.forEach((key, text) -> {
            try {
                secrets.put(key, Secret.of(text));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem("Secrets." + key, Problem.MALFORMED, "holds an unpaired surrogate"));
            }
        });
        return secrets;
    }

    private ModelInfo model(WireObject model) {
        ModelInfo info = new ModelInfo(
                model.text("Model").orElse(null),
                model.text("DisplayName").orElse(null),
                model.text("ModelType")
                        .filter(type -> !type.isBlank())
                        .map(ModelType::new)
                        .orElse(null),
                model.bool("ToolCall").orElse(null),
                model.number("MaxModelLength").orElse(null),
                model.bool("SupportReasoning").orElse(null),
                model.bool("SupportResponseSchema").orElse(null),
                model.bool("SupportVision").orElse(null));
        close(model);
        return info;
    }

    private ResourceMeta meta(WireObject meta) {
        ResourceMeta read = new ResourceMeta(
                meta.text("InstanceId").orElse(null),
                meta.text("InstanceName").orElse(null),
                meta.text("Extra").orElse(null));
        close(meta);
        return read;
    }

    private void close(WireObject object) {
        if (!ignoresUnknownFields) {
            object.refuseTheRest();
        }
    }
}

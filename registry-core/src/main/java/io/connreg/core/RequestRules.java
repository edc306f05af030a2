package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.internal.NearestName;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.TypeSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What any request must keep to, whatever is stored: characters and sizes. All operations share it. */
final class RequestRules {
    private final Problems problems;

    RequestRules(Problems problems) {
        this.problems = problems;
    }

    /** The workspace that a request means: the one it names, or else the caller's default one. */
    String workspace(Caller caller, Optional<String> named) {
        Optional<String> meant = named.or(caller::defaultWorkspace);
        meant.ifPresentOrElse(
                id -> id("workspaceId", id),
                () -> problems.add(
                        "workspaceId",
                        Problem.REQUIRED,
                        "name a workspace: the caller belongs to none or to several, and has no default one"));
        return meant.orElse("");
    }

    /** What a connection holds: all but its name, whose it is, and what is said about it. */
    void spec(ConnectionSpec spec) {
        type(spec.connectionType());
        configs(spec.configs());
        secrets(spec.secrets());
        problems.addAll(SchemaRules.check(
                TypeSchema.of(spec.connectionType()),
                spec.configs(),
                spec.secrets().keySet()));
    }

    void name(String normalized) {
        problems.requiredText("name", normalized, Limits.NAME, TextRule.NAME);
    }

    private void type(ConnectionType type) {
        problems.requiredText("type", type.value(), Limits.TYPE, TextRule.PLAIN);
        List<String> known = TypeSchema.documented().stream()
                .map(schema -> schema.type().value())
                .toList();
        if (!known.contains(type.value())) {
            NearestName.of(type.value(), known)
                    .ifPresent(near ->
                            problems.add("type", Problem.MALFORMED, "is not a known type; did you mean " + near + "?"));
        }
    }

    void id(String path, String id) {
        problems.requiredText(path, id, Limits.ID, TextRule.PLAIN);
    }

    void description(String text) {
        problems.text("description", text, Limits.DESCRIPTION, TextRule.LINES);
    }

    void configs(Map<String, String> configs) {
        keys("configs", configs, Place.CONFIG);
        configs.forEach((key, value) -> {
            String path = SchemaRules.path(Place.CONFIG, key);
            problems.text(path, value, Limits.CONFIG, TextRule.LINES);
            if (PlainSightRules.isSecretKey(key)) {
                inPlainSight(path, "looks like a secret" + PlainSightRules.REMEDY);
            } else {
                PlainSightRules.fault(value).ifPresent(fault -> inPlainSight(path, fault));
            }
        });
    }

    void secrets(Map<String, Secret> secrets) {
        keys("secrets", secrets, Place.SECRET);
        secrets.forEach((key, value) -> {
            if (SecretPadding.length(value) > Limits.SECRET_BYTES) {
                problems.tooLarge(SchemaRules.path(Place.SECRET, key), Limits.SECRET_BYTES, "bytes of UTF-8");
            }
        });
    }

    private void keys(String path, Map<String, ?> entries, Place place) {
        entries.keySet()
                .forEach(key -> problems.requiredText(SchemaRules.path(place, key), key, Limits.KEY, TextRule.NAME));
        count(path, entries.size());
    }

    void count(String path, int entries) {
        if (entries > Limits.ENTRIES) {
            problems.tooLarge(path, Limits.ENTRIES, "entries");
        }
    }

    void models(List<ModelInfo> models) {
        if (models.size() > Limits.MODELS) {
            problems.tooLarge("models", Limits.MODELS, "entries");
        }
        for (int i = 0; i < models.size(); i++) {
            String path = "models[" + i + "].";
            ModelInfo model = models.get(i);
            ModelType type = model.modelType();
            optional(path + "model", model.model(), Limits.MODEL_TEXT);
            optional(path + "displayName", model.displayName(), Limits.MODEL_TEXT);
            optional(path + "modelType", type == null ? null : type.value(), Limits.TYPE);
            if (model.maxModelLength() != null && model.maxModelLength() < 1) {
                problems.add(path + "maxModelLength", Problem.MALFORMED, "must be at least 1");
            }
        }
    }

    void resourceMeta(ResourceMeta meta) {
        optional("resourceMeta.instanceId", meta.instanceId(), Limits.META);
        optional("resourceMeta.instanceName", meta.instanceName(), Limits.META);
        optional("resourceMeta.extra", meta.extra(), Limits.META);
        if (meta.extra() != null) {
            PlainSightRules.faultInJson(meta.extra()).ifPresent(fault -> inPlainSight("resourceMeta.extra", fault));
        }
    }

    private void inPlainSight(String path, String fault) {
        problems.add(path, Problem.SECRET_IN_PLAIN_SIGHT, fault);
    }

    private void optional(String path, @Nullable String text, int limit) {
        if (text != null) {
            problems.text(path, text, limit, TextRule.LINES);
        }
    }
}

package io.connreg.wire;

import io.connreg.Accessibility;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request being read: gathers all that is wrong with its form. What operations have in common is read here. */
final class RequestReader {
    static final String ATTEMPT = "read the request";

    private final List<Problem> problems = new ArrayList<>();
    private final boolean ignoresUnknownFields;

    RequestReader(boolean ignoresUnknownFields) {
        this.ignoresUnknownFields = ignoresUnknownFields;
    }

    /** For what reads a part of this request. */
    List<Problem> problems() {
        return problems;
    }

    void malformed(String path, String message) {
        problems.add(new Problem(path, Problem.MALFORMED, message));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(ATTEMPT, problems);
        }
    }

    /** To be called when all fields of the object were asked for. */
    void close(WireObject object) {
        if (!ignoresUnknownFields) {
            object.refuseTheRest();
        }
    }

    /** To be called when all parameters of the query were asked for. */
    void close(WireQuery query) {
        if (!ignoresUnknownFields) {
            query.refuseTheRest();
        }
    }

    Optional<Accessibility> accessibility(Optional<String> text) {
        return oneOf("Accessibility", text, Accessibility.values());
    }

    EncryptOption encryptOption(WireQuery query) {
        return oneOf("EncryptOption", query.text("EncryptOption"), EncryptOption.values())
                .orElse(EncryptOption.SECRET);
    }

    /** The value that is spelled so. */
    <V> Optional<V> oneOf(String path, Optional<String> text, V[] values) {
        Optional<V> found = text.flatMap(spelled -> Arrays.stream(values)
                .filter(value -> value.toString().equals(spelled))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            malformed(path, "must be " + Arrays.stream(values).map(V::toString).collect(Collectors.joining(" or ")));
        }
        return found;
    }

    /** The secrets of a request that stores them. */
    Map<String, Secret> secretsToStore(WireObject request) {
        Map<String, String> texts = request.texts("Secrets");
        texts.forEach((key, text) -> {
            if (SecretReference.marks(text)) {
                malformed(
                        "Secrets." + key,
                        "is a reference, which stands for a stored secret in an answer: give the secret itself, or leave"
                                + " the field out to keep what is stored");
            }
        });
        return secrets(texts);
    }

    Map<String, Secret> secrets(Map<String, String> texts) {
        Map<String, Secret> secrets = new TreeMap<>();
        texts.forEach((key, text) -> {
            try {
                secrets.put(key, Secret.of(text));
            } catch (IllegalArgumentException e) {
                malformed("Secrets." + key, "holds an unpaired surrogate");
            }
        });
        return secrets;
    }

    /** Empty if the request has none; an empty list if it has an empty one. */
    Optional<List<ModelInfo>> models(WireObject request) {
        return request.objects("Models")
                .map(models -> models.stream().map(this::model).toList());
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

    ResourceMeta resourceMeta(WireObject request) {
        return request.object("ResourceMeta").map(this::meta).orElse(ResourceMeta.NONE);
    }

    private ResourceMeta meta(WireObject meta) {
        ResourceMeta read = new ResourceMeta(
                meta.text("InstanceId").orElse(null),
                meta.text("InstanceName").orElse(null),
                meta.text("Extra").orElse(null));
        close(meta);
        return read;
    }
}

package io.connreg;

import io.connreg.spec.ConnectionSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to store a new connection. Immutable; its secrets stay the caller's to wipe. */
public final class CreateConnection {
    private final String name;
    private final ConnectionSpec spec;
    private final @Nullable String workspaceId;
    private final Accessibility accessibility;
    private final String description;
    private final List<ModelInfo> models;
    private final ResourceMeta resourceMeta;

    private CreateConnection(
            String name,
            ConnectionSpec spec,
            @Nullable String workspaceId,
            Accessibility accessibility,
            String description,
            List<ModelInfo> models,
            ResourceMeta resourceMeta) {
        this.name = Objects.requireNonNull(name, "name");
        this.spec = Objects.requireNonNull(spec, "spec");
        this.workspaceId = workspaceId;
        this.accessibility = Objects.requireNonNull(accessibility, "accessibility");
        this.description = Objects.requireNonNull(description, "description");
        this.models = List.copyOf(models);
        this.resourceMeta = Objects.requireNonNull(resourceMeta, "resourceMeta");
    }

    /** A private connection in the caller's default workspace. */
    public static CreateConnection of(String name, ConnectionSpec spec) {
        return new CreateConnection(name, spec, null, Accessibility.PRIVATE, "", List.of(), ResourceMeta.NONE);
    }

    public CreateConnection inWorkspace(String id) {
        return new CreateConnection(
                name, spec, Objects.requireNonNull(id), accessibility, description, models, resourceMeta);
    }

    public CreateConnection accessibility(Accessibility who) {
        return new CreateConnection(name, spec, workspaceId, who, description, models, resourceMeta);
    }

    public CreateConnection description(String text) {
        return new CreateConnection(name, spec, workspaceId, accessibility, text, models, resourceMeta);
    }

    public CreateConnection models(ModelInfo... offered) {
        return models(List.of(offered));
    }

    public CreateConnection models(List<ModelInfo> offered) {
        return new CreateConnection(name, spec, workspaceId, accessibility, description, offered, resourceMeta);
    }

    public CreateConnection resourceMeta(ResourceMeta meta) {
        return new CreateConnection(name, spec, workspaceId, accessibility, description, models, meta);
    }

    public String name() {
        return name;
    }

    public ConnectionSpec spec() {
        return spec;
    }

    /** Empty means the caller's default workspace. */
    public Optional<String> workspaceId() {
        return Optional.ofNullable(workspaceId);
    }

    public Accessibility accessibility() {
        return accessibility;
    }

    public String description() {
        return description;
    }

    public List<ModelInfo> models() {
        return models;
    }

    public ResourceMeta resourceMeta() {
        return resourceMeta;
    }

    @Override
    public String toString() {
        return "CreateConnection(" + name + ", " + spec + ")";
    }
}

package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;

/** A connection whose keys are free: a custom one, or one of a type that this version does not know. */
public final class CustomSpec extends SpecMaps<CustomSpec> implements ConnectionSpec {
    private final ConnectionType type;

    CustomSpec(ConnectionType type, Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
        this.type = type;
    }

    /** A custom connection with no keys yet. */
    public static CustomSpec empty() {
        return new CustomSpec(ConnectionType.CUSTOM, Map.of(), Map.of());
    }

    /**
     * A connection of a type that has no spec of its own.
     *
     * @throws IllegalArgumentException if it has one
     */
    public static CustomSpec ofType(ConnectionType type) {
        if (SpecLeaf.of(type).over(Map.of(), Map.of()) instanceof CustomSpec spec) {
            return spec;
        }
        throw new IllegalArgumentException("a " + type + " has a spec of its own; use that, or ConnectionSpec.of");
    }

    @Override
    public ConnectionType connectionType() {
        return type;
    }

    @Override
    CustomSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new CustomSpec(type, configs, secrets);
    }
}

package io.connreg.spec;

import io.connreg.ConnectionType;
import java.util.List;
import java.util.Optional;

/**
 * What a connection type's keys are: the single source of validation, of the widening rule and of the documentation.
 * Keys that a schema does not list are allowed.
 *
 * @param type the type
 * @param keys its known keys, in the order people write them; none for a type whose keys are free
 */
public record TypeSchema(ConnectionType type, List<KeySchema> keys) {
    public TypeSchema {
        keys = List.copyOf(keys);
    }

    static TypeSchema of(ConnectionType type, KeySchema... keys) {
        return new TypeSchema(type, List.of(keys));
    }

    /** The schema of this type; one without keys if the type is not documented. */
    public static TypeSchema of(ConnectionType type) {
        return SpecLeaf.of(type).schema();
    }

    /** The schemas of the documented types, in the order of the vendor's documentation. */
    public static List<TypeSchema> documented() {
        return SpecLeaf.DOCUMENTED.values().stream().map(SpecLeaf::schema).toList();
    }

    /** The known config or secret of this name. */
    public Optional<KeySchema> key(KeySchema.Place place, String name) {
        return keys.stream()
                .filter(key -> key.place() == place && key.name().equals(name))
                .findFirst();
    }

    /**
     * Whether a change of this config may change where a secret is sent. So may every config that the schema does not
     * call harmless, above all one it does not know.
     */
    public boolean isDestination(String config) {
        return key(KeySchema.Place.CONFIG, config)
                .map(key -> key.effect() == KeySchema.Effect.DESTINATION)
                .orElse(true);
    }
}

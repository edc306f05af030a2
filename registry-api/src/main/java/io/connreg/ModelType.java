package io.connreg;

import java.util.Objects;

/**
 * What a model does. Open: a spelling that this version does not know is kept.
 *
 * @param value the wire and stored spelling, as {@code ReRank}; not blank
 */
public record ModelType(String value) {
    public static final ModelType LLM = new ModelType("LLM");
    public static final ModelType EMBEDDING = new ModelType("Embedding");
    public static final ModelType RE_RANK = new ModelType("ReRank");

    public ModelType {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a model type must not be blank");
        }
    }

    /** The wire spelling. */
    @Override
    public String toString() {
        return value;
    }
}

package io.connreg.spi;

import io.connreg.KeyId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stored connection is found and counted by. It is derived from the connection and given with each write; a
 * store looks things up in it and never gives it back.
 *
 * @param foldedName the name as {@link ConnectionFilter#foldedNamePart} is looked for in it
 * @param models the models it offers, in no order
 * @param secretsByKey how many of its secrets are sealed with each data key; at least 1 each
 */
public record IndexTerms(String foldedName, List<Model> models, Map<KeyId, Integer> secretsByKey) {
    public IndexTerms {
        models = List.copyOf(models);
        secretsByKey = Map.copyOf(secretsByKey);
    }

    /**
     * A model as lists filter by it.
     *
     * @param model its id, if it has one
     * @param modelType the wire spelling of what it does, if that is known
     * @param toolCall whether it calls tools
     */
    public record Model(@Nullable String model, @Nullable String modelType, boolean toolCall) {}
}

package io.connreg.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.ModelInfo;
import io.connreg.ResourceMeta;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a connection holds besides its head, secrets sealed.
 *
 * @param state whether this version can read it as it was meant
 * @param unknown top-level fields that this version does not know; written back as they were
 */
record Document(
        State state,
        String description,
        SortedMap<String, String> configs,
        SortedMap<String, SealedSecret> secrets,
        List<ModelInfo> models,
        ResourceMeta resourceMeta,
        SortedMap<String, JsonNode> unknown) {

    /** What a stored document turned out to be. */
    enum State {
        READABLE,
        /** Written by a newer version: what is understood is shown, nothing is opened or changed. */
        NEWER,
        /** Not a document: only the head is shown. */
        DAMAGED
    }

    Document {
        models = List.copyOf(models);
    }

    static Document unreadable(State state) {
        return new Document(state, "", new TreeMap<>(), new TreeMap<>(), List.of(), ResourceMeta.NONE, new TreeMap<>());
    }

    Document withSecrets(SortedMap<String, SealedSecret> others) {
        return new Document(state, description, configs, others, models, resourceMeta, unknown);
    }
}

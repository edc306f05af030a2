package io.connreg;

import org.jspecify.annotations.Nullable;

/**
 * A model that a connection offers. Every component may be null: the vendor requires none of them.
 *
 * @param model the id that goes into a request's {@code model} field
 * @param displayName the name shown to people
 * @param modelType what it does
 * @param toolCall whether it can call tools; null counts as no
 * @param maxModelLength its context length in tokens, at least 1
 * @param supportReasoning whether it returns reasoning content
 * @param supportResponseSchema whether it answers to a JSON Schema
 * @param supportVision whether it reads pictures
 */
public record ModelInfo(
        @Nullable String model,
        @Nullable String displayName,
        @Nullable ModelType modelType,
        @Nullable Boolean toolCall,
        @Nullable Long maxModelLength,
        @Nullable Boolean supportReasoning,
        @Nullable Boolean supportResponseSchema,
        @Nullable Boolean supportVision) {

    /** A model of this id and type, of which nothing else is known. */
    public static ModelInfo of(String model, ModelType modelType) {
        return new ModelInfo(model, null, modelType, null, null, null, null, null);
    }

    /** This model, shown to people under {@code name}. */
    public ModelInfo named(String name) {
        return new ModelInfo(
                model,
                name,
                modelType,
                toolCall,
                maxModelLength,
                supportReasoning,
                supportResponseSchema,
                supportVision);
    }

    /** This model, said to call tools. */
    public ModelInfo callingTools() {
        return new ModelInfo(
                model,
                displayName,
                modelType,
                true,
                maxModelLength,
                supportReasoning,
                supportResponseSchema,
                supportVision);
    }

    /** This model, said to take so many tokens of context. */
    public ModelInfo maxModelLength(long tokens) {
        return new ModelInfo(
                model,
                displayName,
                modelType,
                toolCall,
                tokens,
                supportReasoning,
                supportResponseSchema,
                supportVision);
    }

    /** This model, said to return reasoning content. */
    public ModelInfo reasoning() {
        return new ModelInfo(
                model, displayName, modelType, toolCall, maxModelLength, true, supportResponseSchema, supportVision);
    }

    /** This model, said to answer to a JSON Schema. */
    public ModelInfo answeringToSchemas() {
        return new ModelInfo(
                model, displayName, modelType, toolCall, maxModelLength, supportReasoning, true, supportVision);
    }

    /** This model, said to read pictures. */
    public ModelInfo readingPictures() {
        return new ModelInfo(
                model, displayName, modelType, toolCall, maxModelLength, supportReasoning, supportResponseSchema, true);
    }
}

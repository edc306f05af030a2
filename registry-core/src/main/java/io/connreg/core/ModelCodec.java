package io.connreg.core;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models within a document. */
final class ModelCodec {
    private ModelCodec() {}

    static void write(JsonGenerator json, List<ModelInfo> models) throws IOException {
        if (models.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("models");
        for (ModelInfo model : models) {
            ModelType type = model.modelType();
            json.writeStartObject();
            write(json, "model", model.model());
            write(json, "displayName", model.displayName());
            write(json, "modelType", type == null ? null : type.value());
            write(json, "toolCall", model.toolCall());
            if (model.maxModelLength() != null) {
                json.writeNumberField("maxModelLength", model.maxModelLength());
            }
            write(json, "supportReasoning", model.supportReasoning());
            write(json, "supportResponseSchema", model.supportResponseSchema());
            write(json, "supportVision", model.supportVision());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value);
        }
    }

    private static void write(JsonGenerator json, String field, @Nullable Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(field, value);
        }
    }

    static List<ModelInfo> read(JsonParser json) throws IOException {
        DocumentCodec.expect(json.currentToken() == JsonToken.START_ARRAY);
        List<ModelInfo> models = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            models.add(readOne(json));
        }
        DocumentCodec.expect(json.currentToken() == JsonToken.END_ARRAY);
        return models;
    }

    private static ModelInfo readOne(JsonParser json) throws IOException {
        String model = null;
        String displayName = null;
        ModelType modelType = null;
        Boolean toolCall = null;
        Long maxModelLength = null;
        Boolean supportReasoning = null;
        Boolean supportResponseSchema = null;
        Boolean supportVision = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "model" -> model = DocumentCodec.text(json);
                case "displayName" -> displayName = DocumentCodec.text(json);
                case "modelType" -> modelType = new ModelType(DocumentCodec.text(json));
                case "toolCall" -> toolCall = json.getBooleanValue();
                case "maxModelLength" -> maxModelLength = json.getLongValue();
                case "supportReasoning" -> supportReasoning = json.getBooleanValue();
                case "supportResponseSchema" -> supportResponseSchema = json.getBooleanValue();
                case "supportVision" -> supportVision = json.getBooleanValue();
                default -> throw new IOException("format 1 has no such model field");
            }
        }
        return new ModelInfo(
                model,
                displayName,
                modelType,
                toolCall,
                maxModelLength,
                supportReasoning,
                supportResponseSchema,
                supportVision);
    }
}

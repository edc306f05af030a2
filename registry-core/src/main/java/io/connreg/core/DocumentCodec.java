package io.connreg.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.ModelInfo;
import io.connreg.ResourceMeta;
import io.connreg.internal.StrictJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The document's JSON text, format 1. See {@code docs/formats.md}. */
final class DocumentCodec {
    static final int FORMAT = 1;

    private static final JsonFactory JSON = StrictJson.MAPPER.getFactory();

    private DocumentCodec() {}

    static String encode(Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            if (!document.description().isEmpty()) {
                json.writeStringField("description", document.description());
            }
            writeTexts(json, "configs", document.configs());
            SortedMap<String, String> secrets = new TreeMap<>();
            document.secrets().forEach((name, secret) -> secrets.put(name, secret.toStored()));
            writeTexts(json, "secrets", secrets);
            ModelCodec.write(json, document.models());
            writeTexts(json, "resourceMeta", texts(document.resourceMeta()));
            for (Map.Entry<String, JsonNode> field : document.unknown().entrySet()) {
                json.writeFieldName(field.getKey());
                json.writeTree(field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
        return text.toString();
    }

    private static SortedMap<String, String> texts(ResourceMeta meta) {
        SortedMap<String, String> fields = new TreeMap<>();
        putIfPresent(fields, "extra", meta.extra());
        putIfPresent(fields, "instanceId", meta.instanceId());
        putIfPresent(fields, "instanceName", meta.instanceName());
        return fields;
    }

    private static void putIfPresent(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void writeTexts(JsonGenerator json, String field, SortedMap<String, String> entries)
            throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** Never fails: what cannot be read says so in its state, so that one bad row spoils no list. */
    static Document decode(String text) {
        Reading reading = new Reading();
        try (JsonParser json = JSON.createParser(text)) {
            return reading.read(json);
        } catch (IOException | RuntimeException notADocument) {
            return Document.unreadable(reading.format > FORMAT ? Document.State.NEWER : Document.State.DAMAGED);
        }
    }

    static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a document");
        }
    }

    static String text(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.VALUE_STRING);
        return json.getText();
    }

    /** One document being read. */
    private static final class Reading {
        private int format;

        Document read(JsonParser json) throws IOException {
            String description = "";
            SortedMap<String, String> configs = new TreeMap<>();
            SortedMap<String, SealedSecret> secrets = new TreeMap<>();
            List<ModelInfo> models = List.of();
            ResourceMeta meta = ResourceMeta.NONE;
            SortedMap<String, JsonNode> unknown = new TreeMap<>();
            expect(json.nextToken() == JsonToken.START_OBJECT);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "format" -> format = json.getIntValue();
                    case "description" -> description = text(json);
                    case "configs" -> configs = texts(json);
                    case "secrets" ->
                        texts(json).forEach((name, stored) -> secrets.put(name, SealedSecret.ofStored(stored)));
                    case "models" -> models = ModelCodec.read(json);
                    case "resourceMeta" -> meta = resourceMeta(texts(json));
                    default -> unknown.put(field, StrictJson.MEMBER.readTree(json));
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null && format >= 1);
            Document.State state = format > FORMAT ? Document.State.NEWER : Document.State.READABLE;
            return new Document(state, description, configs, secrets, models, meta, unknown);
        }

        private static ResourceMeta resourceMeta(SortedMap<String, String> fields) {
            return new ResourceMeta(fields.get("instanceId"), fields.get("instanceName"), fields.get("extra"));
        }

        private static SortedMap<String, String> texts(JsonParser json) throws IOException {
            expect(json.currentToken() == JsonToken.START_OBJECT);
            SortedMap<String, String> entries = new TreeMap<>();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                entries.put(key, text(json));
            }
            return entries;
        }
    }
}

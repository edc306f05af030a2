package io.connreg.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.IndexTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a connection's head and terms, one connection after the other. */
final class HeadParser {
    private final Shared shared;
    private @Nullable ConnectionHead head;
    private @Nullable IndexTerms terms;

    HeadParser(Shared shared) {
        this.shared = shared;
    }

    /** What was read last, and where its document begins. */
    Line.Put put(int documentAt) throws IOException {
        return new Line.Put(Json.present(head), Json.present(terms), documentAt);
    }

    void read(JsonParser json) throws IOException {
        head = null;
        terms = null;
        String id = null;
        String workspace = null;
        String name = null;
        String type = null;
        String creator = null;
        Accessibility accessibility = Accessibility.PRIVATE;
        long created = 0;
        long modified = 0;
        long revision = 0;
        long rowVersion = 0;
        Json.expect(json, JsonToken.START_OBJECT);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "id" -> id = Json.text(json);
                case "workspace" -> workspace = Json.text(json);
                case "name" -> name = Json.text(json);
                case "type" -> type = Json.text(json);
                case "accessibility" -> accessibility = Accessibility.ofStored(Json.text(json));
                case "creator" -> creator = Json.text(json);
                case "created" -> created = json.getLongValue();
                case "modified" -> modified = json.getLongValue();
                case "revision" -> revision = json.getLongValue();
                case "rowVersion" -> rowVersion = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        String spelling = Json.present(type);
        if (spelling.isBlank()) {
            throw new BadLineException("its type is blank");
        }
        head = shared.head(new ConnectionHead(
                Json.present(id),
                Json.present(workspace),
                Json.present(name),
                new ConnectionType(spelling),
                accessibility,
                Json.present(creator),
                created,
                modified,
                revision,
                rowVersion));
    }

    void readTerms(JsonParser json) throws IOException {
        String foldedName = null;
        List<IndexTerms.Model> models = List.of();
        Map<KeyId, Integer> secretsByKey = Map.of();
        Json.expect(json, JsonToken.START_OBJECT);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "foldedName" -> foldedName = Json.text(json);
                case "models" -> models = models(json);
                case "secretsByKey" -> secretsByKey = secretsByKey(json);
                default -> json.skipChildren();
            }
        }
        terms = shared.terms(new IndexTerms(Json.present(foldedName), models, secretsByKey), Json.present(head));
    }

    private static List<IndexTerms.Model> models(JsonParser json) throws IOException {
        Json.expect(json, JsonToken.START_ARRAY);
        List<IndexTerms.Model> models = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            models.add(model(json));
        }
        Json.expect(json, JsonToken.END_ARRAY);
        return models;
    }

    private static IndexTerms.Model model(JsonParser json) throws IOException {
        String model = null;
        String modelType = null;
        boolean toolCall = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "model" -> model = Json.text(json);
                case "modelType" -> modelType = Json.text(json);
                case "toolCall" -> toolCall = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new IndexTerms.Model(model, modelType, toolCall);
    }

    private static Map<KeyId, Integer> secretsByKey(JsonParser json) throws IOException {
        Json.expect(json, JsonToken.START_OBJECT);
        Map<KeyId, Integer> secrets = new HashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            secrets.put(keyId(key), json.getIntValue());
        }
        return secrets;
    }

    private static KeyId keyId(String digits) throws IOException {
        try {
            return new KeyId(Integer.parseUnsignedInt(digits, 16));
        } catch (NumberFormatException e) {
            throw new BadLineException("a key's id is not one");
        }
    }
}

package io.connreg.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes lines. See {@code docs/formats.md}. */
final class Lines {
    /** Files of a newer number are refused. */
    static final int FORMAT = 1;

    /** None has more bytes. A document of 1 MiB has 6 if each is escaped. */
    static final int LONGEST = 16 << 20;

    /** A line's bytes, its end too, and where in them its document begins; 0 if it has none. */
    static final class Written {
        private final byte[] bytes;
        private final int documentAt;

        Written(byte[] bytes, int documentAt) {
            this.bytes = bytes;
            this.documentAt = documentAt;
        }

        /** Not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        int documentAt() {
            return documentAt;
        }
    }

    private Lines() {}

    static Written put(ConnectionWrite write) {
        StoredConnection row = write.row();
        ByteArrayOutputStream bytes =
                new ByteArrayOutputStream(512 + row.document().length());
        int[] documentAt = new int[1];
        compose(bytes, json -> {
            json.writeObjectFieldStart("put");
            head(json, row.head());
            json.writeEndObject();
            json.writeObjectFieldStart("terms");
            terms(json, write.terms());
            json.writeEndObject();
            String document = paired(row.document());
            String field = DocumentText.field(document);
            json.writeFieldName(field);
            json.flush();
            documentAt[0] = bytes.size() + 1;
            if (field.equals(DocumentText.AS_JSON)) {
                json.writeRawValue(document);
            } else {
                json.writeString(document);
            }
        });
        return new Written(closed(bytes), documentAt[0]);
    }

    static byte[] delete(String id, long rowVersion) {
        return line(json -> {
            json.writeObjectFieldStart("delete");
            json.writeStringField("id", id);
            json.writeNumberField("rowVersion", rowVersion);
            json.writeEndObject();
        });
    }

    static byte[] slot(KeySlot slot) {
        return line(json -> {
            json.writeObjectFieldStart("slot");
            json.writeNumberField("version", slot.version());
            text(json, "content", slot.content());
            json.writeEndObject();
        });
    }

    static byte[] header(FileName.Kind kind, long number, String store) {
        return line(json -> {
            json.writeNumberField("format", FORMAT);
            json.writeNumberField(kind.field(), number);
            json.writeStringField("store", store);
        });
    }

    /** Begins a batch at this offset; all before it is synced. */
    static byte[] mark(long at) {
        return line(json -> json.writeNumberField("batch", at));
    }

    static byte[] end(long at) {
        return line(json -> json.writeNumberField("end", at));
    }

    static byte[] whole(long at, long connections) {
        return line(json -> {
            json.writeNumberField("whole", at);
            json.writeNumberField("connections", connections);
        });
    }

    /** The last line of an index: how many lines it has, how long its snapshot is, the checksum of all before it. */
    static byte[] indexed(long lines, long snapshotBytes, long checksum) {
        return line(json -> {
            json.writeNumberField("lines", lines);
            json.writeNumberField("snapshotBytes", snapshotBytes);
            json.writeStringField("checksum", String.format(Locale.ROOT, "%08x", checksum));
        });
    }

    private static void head(JsonGenerator json, ConnectionHead head) throws IOException {
        text(json, "id", head.id());
        text(json, "workspace", head.workspaceId());
        text(json, "name", head.name());
        text(json, "type", head.type().value());
        json.writeStringField("accessibility", head.accessibility().name());
        text(json, "creator", head.creator());
        json.writeNumberField("created", head.createdMicros());
        json.writeNumberField("modified", head.modifiedMicros());
        json.writeNumberField("revision", head.revision());
        json.writeNumberField("rowVersion", head.rowVersion());
    }

    private static void terms(JsonGenerator json, IndexTerms terms) throws IOException {
        text(json, "foldedName", terms.foldedName());
        if (!terms.models().isEmpty()) {
            json.writeArrayFieldStart("models");
            for (IndexTerms.Model model : terms.models()) {
                json.writeStartObject();
                if (model.model() != null) {
                    text(json, "model", model.model());
                }
                if (model.modelType() != null) {
                    text(json, "modelType", model.modelType());
                }
                json.writeBooleanField("toolCall", model.toolCall());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!terms.secretsByKey().isEmpty()) {
            json.writeObjectFieldStart("secretsByKey");
            for (Map.Entry<KeyId, Integer> key : new TreeMap<>(terms.secretsByKey()).entrySet()) {
                json.writeNumberField(key.getKey().toString(), key.getValue());
            }
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, paired(value));
    }

    /** UTF-8 could not give an unpaired surrogate back. */
    private static String paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new IllegalArgumentException("a text to be stored must hold no unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }

    private static byte[] line(Json.Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        compose(bytes, members);
        return closed(bytes);
    }

    private static byte[] closed(ByteArrayOutputStream bytes) {
        byte[] line = Frame.close(bytes.toByteArray(), bytes.size());
        if (line.length >= LONGEST) {
            throw new IllegalArgumentException(
                    "what is stored together must have less than 16 MiB, has " + line.length);
        }
        return line;
    }

    private static void compose(ByteArrayOutputStream bytes, Json.Members members) {
        try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            members.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write JSON to memory", e);
        }
    }
}

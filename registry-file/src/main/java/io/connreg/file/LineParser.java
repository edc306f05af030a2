package io.connreg.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.spi.KeySlot;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Understands lines that are whole. Of a connection's it reads what stands before the document, and no more. Fields that
 * it does not know it skips. Not thread-safe.
 */
final class LineParser {
    private final HeadParser heads;

    LineParser(Shared shared) {
        heads = new HeadParser(shared);
    }

    /** @throws BadLineException if it is none of the kinds of lines that this version knows; its message says no value */
    Line parse(byte[] bytes, int from, int to) throws BadLineException {
        try (JsonParser json = Json.FACTORY.createParser(bytes, from, to - from)) {
            json.nextToken();
            String kind = Json.present(json.nextFieldName());
            json.nextToken();
            return switch (kind) {
                case "put" -> put(json, 0);
                case "delete" -> delete(json);
                case "slot" -> new Line.Slot(slot(json));
                case "batch" -> new Line.Mark(json.getLongValue());
                case "end" -> new Line.End(json.getLongValue());
                case "whole" -> whole(json);
                case "format" -> header(json);
                default -> throw new BadLineException("it is of a kind that this version does not know");
            };
        } catch (BadLineException e) {
            throw e;
        } catch (IOException e) {
            throw new BadLineException("it is not of the form of its kind");
        }
    }

    /** A line of an index: where another line stands, and what that says but for its document. */
    Indexed indexed(byte[] bytes, int from, int to) throws BadLineException {
        try (JsonParser json = Json.FACTORY.createParser(bytes, from, to - from)) {
            json.nextToken();
            long at = number(json, "at").getLongValue();
            int length = number(json, "length").getIntValue();
            int documentAt = number(json, "documentAt").getIntValue();
            String kind = json.nextFieldName();
            json.nextToken();
            Line line = "put".equals(kind) ? put(json, documentAt) : new Line.Slot(slot(json));
            return new Indexed(line, at, length, documentAt);
        } catch (BadLineException e) {
            throw e;
        } catch (IOException e) {
            throw new BadLineException("it is not of the form of its kind");
        }
    }

    /** What a line of an index says. */
    record Indexed(Line line, long at, int length, int documentAt) {}

    private static JsonParser number(JsonParser json, String field) throws IOException {
        if (!field.equals(json.nextFieldName())) {
            throw new BadLineException("it is not of the form of its kind");
        }
        json.nextToken();
        return json;
    }

    /** @param documentAt where the document begins, if the line does not have it; else 0 */
    private Line put(JsonParser json, int documentAt) throws IOException {
        heads.read(json);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "terms" -> heads.readTerms(json);
                case DocumentText.AS_JSON, DocumentText.AS_STRING -> {
                    return heads.put((int) json.currentTokenLocation().getByteOffset());
                }
                default -> json.skipChildren();
            }
        }
        if (documentAt == 0) {
            throw new BadLineException("there is no document in the line");
        }
        return heads.put(documentAt);
    }

    private static Line delete(JsonParser json) throws IOException {
        String id = null;
        long rowVersion = 0;
        Json.expect(json, JsonToken.START_OBJECT);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "id" -> id = Json.text(json);
                case "rowVersion" -> rowVersion = json.getLongValue();
                default -> json.skipChildren();
            }
        }
        return new Line.Delete(Json.present(id), rowVersion);
    }

    private static KeySlot slot(JsonParser json) throws IOException {
        String content = null;
        long version = 0;
        Json.expect(json, JsonToken.START_OBJECT);
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "version" -> version = json.getLongValue();
                case "content" -> content = Json.text(json);
                default -> json.skipChildren();
            }
        }
        return new KeySlot(version, Json.present(content));
    }

    private static Line whole(JsonParser json) throws IOException {
        long at = json.getLongValue();
        long connections = -1;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (field.equals("connections")) {
                connections = json.getLongValue();
            } else {
                json.skipChildren();
            }
        }
        return new Line.Whole(at, connections);
    }

    private static Line header(JsonParser json) throws IOException {
        int format = json.getIntValue();
        FileName.@Nullable Kind kind = null;
        long number = 0;
        String store = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "segment", "snapshot", "index" -> {
                    kind = field.equals("segment") ? FileName.Kind.JOURNAL : kindOf(field);
                    number = json.getLongValue();
                }
                case "store" -> store = Json.text(json);
                default -> json.skipChildren();
            }
        }
        return new Line.Header(format, Json.present(kind), number, Json.present(store));
    }

    private static FileName.Kind kindOf(String field) {
        return field.equals("snapshot") ? FileName.Kind.SNAPSHOT : FileName.Kind.INDEX;
    }
}

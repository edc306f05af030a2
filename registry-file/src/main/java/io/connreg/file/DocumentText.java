package io.connreg.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A document in a line. What is a JSON object on one line stands as that, byte for byte; all else as a JSON string, so
 * that it comes back to the character.
 */
final class DocumentText {
    static final String AS_JSON = "document";
    static final String AS_STRING = "documentText";

    private DocumentText() {}

    static String field(String document) {
        return isObjectOnOneLine(document) ? AS_JSON : AS_STRING;
    }

    /** Reads it back from its place in a line that is whole, which it stands last in. */
    static String read(byte[] line, int documentAt, int lineEnd) throws IOException {
        int end = lineEnd - Frame.TAIL;
        if (documentAt >= end) {
            throw new IOException("there is no document in the line");
        }
        if (line[documentAt] == '{') {
            return new String(line, documentAt, end - documentAt, UTF_8);
        }
        try (JsonParser json = Json.FACTORY.createParser(line, documentAt, end - documentAt)) {
            json.nextToken();
            return Json.text(json);
        }
    }

    private static boolean isObjectOnOneLine(String document) {
        if (!document.startsWith("{") || document.indexOf('\n') >= 0 || document.indexOf('\r') >= 0) {
            return false;
        }
        try (JsonParser json = Json.FACTORY.createParser(document)) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    return document.endsWith("}") && json.nextToken() == null;
                }
            }
            return false;
        } catch (IOException notJson) {
            return false;
        }
    }
}

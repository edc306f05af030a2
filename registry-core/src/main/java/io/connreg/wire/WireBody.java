package io.connreg.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.internal.StrictJson;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** A request's body made a tree of JSON, or refused by its place alone: nothing of the input is in an error. */
final class WireBody {
    /** Twice what the largest request has; a small body can hold more of them than memory does once they are read. */
    static final int MOST_TOKENS = 10_000;

    private static final ObjectMapper JSON = StrictJson.within(
            StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build());

    private WireBody() {}

    /** Of a body in UTF-8. */
    static JsonNode parse(byte[] json) {
        limit(json.length, "bytes");
        try {
            return tree(Utf8.decode(json));
        } catch (CharacterCodingException e) {
            throw refused(Problem.MALFORMED, "is not text in UTF-8");
        }
    }

    static JsonNode parse(String json) {
        limit(json.length(), "characters");
        return tree(json);
    }

    private static void limit(int length, String unit) {
        if (length > WireJson.MAX_BODY) {
            throw refused(Problem.TOO_LARGE, "may have at most " + WireJson.MAX_BODY + " " + unit);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (StreamConstraintsException e) {
            throw refused(
                    Problem.TOO_LARGE,
                    "is nested too deeply, has more than " + MOST_TOKENS
                            + " names and values, or a number or a name that is too long");
        } catch (JsonProcessingException e) {
            throw refused(Problem.MALFORMED, "is not one JSON value without repeated members" + place(e.getLocation()));
        }
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static InvalidRequestException refused(String code, String message) {
        return new InvalidRequestException(RequestReader.ATTEMPT, List.of(new Problem("body", code, message)));
    }
}

package io.connreg.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.internal.StrictJson;
import java.io.IOException;
import java.util.List;

/** A request's body made a tree of JSON, or refused by its place alone: nothing of the input is in an error. */
final class WireBody {
    private WireBody() {}

    static JsonNode parse(String json) {
        return parse(json.length(), "characters", () -> StrictJson.MAPPER.readTree(json));
    }

    /** Of a body in UTF-8. */
    static JsonNode parse(byte[] json) {
        return parse(json.length, "bytes", () -> StrictJson.MAPPER.readTree(json));
    }

    private interface Parsing {
        JsonNode run() throws IOException;
    }

    private static JsonNode parse(int length, String unit, Parsing parsing) {
        if (length > WireJson.MAX_BODY) {
            throw refused(Problem.TOO_LARGE, "may have at most " + WireJson.MAX_BODY + " " + unit);
        }
        try {
            return parsing.run();
        } catch (StreamConstraintsException e) {
            throw refused(
                    Problem.TOO_LARGE, "is nested too deeply, or has a number or a member's name that is too long");
        } catch (JsonProcessingException e) {
            throw refused(Problem.MALFORMED, "is not one JSON value without repeated members" + place(e.getLocation()));
        } catch (IOException notUtf8) {
            throw refused(Problem.MALFORMED, "is not text in UTF-8");
        }
    }

    private static String place(JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static InvalidRequestException refused(String code, String message) {
        return new InvalidRequestException(RequestReader.ATTEMPT, List.of(new Problem("body", code, message)));
    }
}

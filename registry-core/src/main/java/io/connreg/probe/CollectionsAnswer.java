package io.connreg.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.ValidationResult.Failure;
import io.connreg.internal.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code {"code":0,"data":[…]}}, as Milvus answers; a failure has another code, commonly with status 200 as well. */
final class CollectionsAnswer implements Answer {

    /** What is asked, in the default database unless the connection names one. */
    static byte[] question(Optional<String> database) {
        return StrictJson.MAPPER
                .createObjectNode()
                .put("dbName", database.orElse("default"))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Failure> judge(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.of(Failure.NOT_SUCH_A_SERVICE);
        }
        Integer code = null;
        boolean hasData = false;
        for (String member = Answer.nextMember(json); member != null; member = Answer.nextMember(json)) {
            switch (member) {
                case "code" -> code = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : null;
                case "data" -> hasData = json.currentToken() == JsonToken.START_ARRAY;
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return of(code, hasData);
    }

    /** The numbers are Milvus's own. */
    private static Optional<Failure> of(@Nullable Integer code, boolean hasData) {
        if (code == null || (code == 0 && !hasData)) {
            return Optional.of(Failure.NOT_SUCH_A_SERVICE);
        }
        return switch (code) {
            case 0 -> Optional.empty();
            case 1400, 1800 -> Optional.of(Failure.LOGIN_REFUSED);
            case 1401 -> Optional.of(Failure.FORBIDDEN);
            case 800, 802 -> Optional.of(Failure.BAD_CONFIGURATION);
            case 1, 2, 3, 4, 5, 8, 9, 12, 1807 -> Optional.of(Failure.UNAVAILABLE);
            default -> Optional.of(Failure.NOT_SUCH_A_SERVICE);
        };
    }
}

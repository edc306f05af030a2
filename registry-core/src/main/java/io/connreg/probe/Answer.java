package io.connreg.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.ValidationResult.Failure;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service of a type answers with status 200. */
interface Answer {

    /** Reads no further than it must; a service of another kind may answer anything. */
    Optional<Failure> judge(JsonParser json) throws IOException;

    /** Goes to the value of the next member of the object that the parser is in; null at its end. */
    static @Nullable String nextMember(JsonParser json) throws IOException {
        String name = json.nextFieldName();
        if (name != null) {
            json.nextToken();
        }
        return name;
    }

    /** Whether the parser is at a text. */
    static boolean isText(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }
}

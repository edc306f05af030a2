package io.connreg.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.ValidationResult.Failure;
import java.io.IOException;
import java.util.Optional;

/** {@code {"object":"list","data":[{"id":"…"}]}}: the first model is enough; a list of none must say that it is one. */
final class ModelsAnswer implements Answer {
    @Override
    public Optional<Failure> judge(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_OBJECT && listsModels(json)
                ? Optional.empty()
                : Optional.of(Failure.NOT_SUCH_A_SERVICE);
    }

    private static boolean listsModels(JsonParser json) throws IOException {
        boolean saysList = false;
        boolean hasNone = false;
        for (String member = Answer.nextMember(json); member != null; member = Answer.nextMember(json)) {
            if (member.equals("object")) {
                saysList = Answer.isText(json) && json.getText().equals("list");
            }
            if (member.equals("data")) {
                if (json.currentToken() != JsonToken.START_ARRAY) {
                    return false;
                }
                if (json.nextToken() != JsonToken.END_ARRAY) {
                    return json.currentToken() == JsonToken.START_OBJECT && isModel(json);
                }
                hasNone = true;
            }
            json.skipChildren();
        }
        return saysList && hasNone;
    }

    private static boolean isModel(JsonParser json) throws IOException {
        for (String member = Answer.nextMember(json); member != null; member = Answer.nextMember(json)) {
            if (member.equals("id")) {
                return Answer.isText(json);
            }
            json.skipChildren();
        }
        return false;
    }
}

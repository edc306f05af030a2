package io.connreg.probe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.connreg.ValidationResult.Failure;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code {"cluster_name":"…","version":{"number":"…"}}}, as Elasticsearch and what descends from it answer. OpenSearch
 * says so in its version; clients of Elasticsearch refuse it.
 */
final class RootPageAnswer implements Answer {
    private final boolean ofElasticsearch;

    RootPageAnswer(boolean ofElasticsearch) {
        this.ofElasticsearch = ofElasticsearch;
    }

    @Override
    public Optional<Failure> judge(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_OBJECT && isRootPage(json)
                ? Optional.empty()
                : Optional.of(Failure.NOT_SUCH_A_SERVICE);
    }

    private boolean isRootPage(JsonParser json) throws IOException {
        boolean hasName = false;
        boolean hasVersion = false;
        for (String member = Answer.nextMember(json); member != null; member = Answer.nextMember(json)) {
            switch (member) {
                case "cluster_name" -> hasName = Answer.isText(json);
                case "version" -> hasVersion = json.currentToken() == JsonToken.START_OBJECT && isVersion(json);
                default -> json.skipChildren();
            }
            json.skipChildren();
        }
        return hasName && hasVersion;
    }

    /** Ends at the end of the object. */
    private boolean isVersion(JsonParser json) throws IOException {
        boolean hasNumber = false;
        boolean openSearch = false;
        for (String member = Answer.nextMember(json); member != null; member = Answer.nextMember(json)) {
            if (member.equals("number")) {
                hasNumber = Answer.isText(json);
            }
            if (member.equals("distribution")) {
                openSearch = Answer.isText(json) && json.getText().equals("opensearch");
            }
            json.skipChildren();
        }
        return hasNumber && !(ofElasticsearch && openSearch);
    }
}

package io.connreg.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.RegistryException;
import io.connreg.internal.StrictJson;
import java.util.List;
import java.util.Map;

/** How a failure is answered. The codes are ours, since the vendor documents none for connections. */
final class WireError {
    private static final int SERVER_ERROR = 500;

    /** What the client can mend is a 4xx; what may pass by itself is 503. */
    private static final Map<String, Integer> STATUSES = Map.of(
            "INVALID_REQUEST", 400,
            "NOT_PERMITTED", 403,
            "NOT_FOUND", 404,
            "NAME_TAKEN", 409,
            "REVISION_MISMATCH", 409,
            "SECRET_UNREADABLE", 409,
            "CONNECTION_UNREADABLE", 409,
            "KEY_UNAVAILABLE", 503,
            "STORAGE", 503);

    private WireError() {}

    static int status(RegistryException failure) {
        return STATUSES.getOrDefault(failure.code(), SERVER_ERROR);
    }

    static ObjectNode body(RegistryException failure) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        json.put("Code", failure.code());
        json.put("Message", message(failure));
        return json;
    }

    private static String message(RegistryException failure) {
        return failure instanceof InvalidRequestException invalid ? message(invalid) : failure.getMessage();
    }

    /** What was found in reading is told in the wire's words already, and an unknown field as it was spelled. */
    private static String message(InvalidRequestException invalid) {
        if (invalid.attempt().equals(RequestReader.ATTEMPT)) {
            return invalid.getMessage();
        }
        List<Problem> problems = invalid.problems().stream()
                .map(problem -> new Problem(WirePath.of(problem.path()), problem.code(), problem.message()))
                .toList();
        return new InvalidRequestException(invalid.attempt(), problems).getMessage();
    }
}

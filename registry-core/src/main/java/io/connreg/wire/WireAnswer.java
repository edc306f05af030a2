package io.connreg.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * What to send back over HTTP: a status, and a body in JSON. The body of an answer to {@code EncryptOption=PlainText}
 * holds secrets, so no text or serial form of this has it.
 */
public final class WireAnswer {
    private final int status;
    private final String requestId;
    private final transient byte[] body;

    WireAnswer(int status, String requestId, ObjectNode json) {
        this.status = status;
        this.requestId = requestId;
        this.body = json.put("RequestId", requestId).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The HTTP status: 200, or that of the failure. */
    public int status() {
        return status;
    }

    /** The {@code RequestId} in the body, for logs. */
    public String requestId() {
        return requestId;
    }

    /** One JSON object in UTF-8; the receiver may wipe it. */
    public byte[] body() {
        return body;
    }

    /** The status and the request's id. */
    @Override
    public String toString() {
        return "WireAnswer(" + status + ", " + requestId + ")";
    }
}

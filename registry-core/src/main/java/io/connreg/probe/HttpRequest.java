package io.connreg.probe;

import java.nio.charset.StandardCharsets;

/** One request. Not a record: those print what they hold, and this holds a secret. */
final class HttpRequest {
    private final HttpTarget target;
    private final byte[] bytes;

    private HttpRequest(HttpTarget target, byte[] bytes) {
        this.target = target;
        this.bytes = bytes;
    }

    static HttpRequest get(HttpTarget target, String authorization) {
        return new HttpRequest(target, head("GET", target, authorization));
    }

    static HttpRequest post(HttpTarget target, String authorization, byte[] json) {
        byte[] head = head(
                "POST",
                target,
                "Content-Type: application/json\r\nContent-Length: " + json.length + "\r\n" + authorization);
        byte[] all = new byte[head.length + json.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(json, 0, all, head.length, json.length);
        return new HttpRequest(target, all);
    }

    private static byte[] head(String method, HttpTarget target, String headers) {
        return (method + " " + target.path() + " HTTP/1.1\r\nHost: " + target.authority()
                        + "\r\nUser-Agent: connreg\r\nAccept: application/json\r\nAccept-Encoding: identity\r\n"
                        + "Connection: close\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    HttpTarget target() {
        return target;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}

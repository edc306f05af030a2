package io.connreg.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whatever comes over the wire is answered, in JSON, as done or as the client's fault, and never with a secret. */
final class WireFuzzTest {
    private final WireFuzzTarget target = new WireFuzzTarget();

    /** A body may name the stored connection as {@code conn-000000000000000000}, its password by a reference of that. */
    @FuzzTest
    void bodies(byte[] body) {
        target.sendBody(body);
    }

    @FuzzTest
    void queries(byte[] query) {
        target.sendQuery(new String(query, StandardCharsets.ISO_8859_1));
    }

    /** As it is, and as what a token is the text of. */
    @FuzzTest
    void tokens(byte[] token) {
        String text = URLEncoder.encode(new String(token, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        target.sendQuery("NextToken=" + text);
        target.sendQuery("NextToken=" + Base64.getUrlEncoder().withoutPadding().encodeToString(token));
    }
}

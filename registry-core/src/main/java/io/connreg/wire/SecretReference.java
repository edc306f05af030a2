package io.connreg.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands for a stored secret in an answer that does not show it: it says which secret is meant, and opens nothing.
 * Taken back by a validation, refused by create and update, which would store it for a secret.
 *
 * @param connectionId the connection
 * @param key the secret's
 */
record SecretReference(String connectionId, String key) {
    /** No secret may begin so in a wire request. */
    private static final String MARK = "connreg-secret-reference.";

    private static final char SEPARATOR = '/';

    static boolean marks(String text) {
        return text.startsWith(MARK);
    }

    /** The connection that a marked text is about; empty if it was cut or edited so that it tells none. */
    static Optional<String> connectionIn(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
            String both = new String(bytes, StandardCharsets.UTF_8);
            int separator = both.indexOf(SEPARATOR);
            return separator < 0 ? Optional.empty() : Optional.of(both.substring(0, separator));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String text() {
        byte[] bytes = (connectionId + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

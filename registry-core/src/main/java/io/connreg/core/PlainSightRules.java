package io.connreg.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.internal.Shown;
import io.connreg.internal.StrictJson;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds secrets that are about to be kept where everybody who sees the connection reads them. */
final class PlainSightRules {
    static final String REMEDY = ": pass it among the secrets, where it is sealed";

    /** Whole folded keys, so that {@code max_tokens} passes. */
    private static final Set<String> SECRET_KEYS = Set.of(
            "password", "passwd", "pwd", "secret", "token", "apikey", "accesskeysecret", "privatekey", "authorization");

    private static final Pattern NOT_FOLDED = Pattern.compile("[^a-z0-9]");
    private static final Pattern USER_INFO = Pattern.compile("(?:^|//)[^/?#\\s:@]*:[^/?#\\s@]+@[^/?#\\s]");
    private static final Pattern PARAMETER = Pattern.compile("[?&;#]([^=?&;#\\s]{1,64})=");

    private PlainSightRules() {}

    /** Upper and lower case, and what is not a letter or digit, make no difference. */
    static boolean isSecretKey(String key) {
        return SECRET_KEYS.contains(
                NOT_FOLDED.matcher(key.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    /** The end of a sentence that begins with the field, if a value carries a secret within. */
    static Optional<String> fault(String value) {
        if (value.indexOf('@') < 0 && value.indexOf('=') < 0) {
            return Optional.empty(); // nearly all
        }
        if (USER_INFO.matcher(value).find()) {
            return Optional.of("holds a password in front of a host, as user:password@host" + REMEDY);
        }
        return PARAMETER
                .matcher(value)
                .results()
                .map(parameter -> parameter.group(1))
                .filter(PlainSightRules::isSecretKey)
                .findFirst()
                .map(name -> "holds a parameter '" + Shown.of(name) + "', which looks like a secret" + REMEDY);
    }

    /** As {@link #fault}, for a text that commonly holds JSON: its keys are looked at too. */
    static Optional<String> faultInJson(String text) {
        try {
            return secretKey(StrictJson.MAPPER.readTree(text))
                    .map(key -> "holds a member '" + Shown.of(key) + "', which looks like a secret" + REMEDY)
                    .or(() -> fault(text));
        } catch (JsonProcessingException notJson) {
            return fault(text);
        }
    }

    private static Optional<String> secretKey(JsonNode json) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (isSecretKey(name)) {
                return Optional.of(name);
            }
        }
        for (JsonNode child : json) {
            Optional<String> found = secretKey(child);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

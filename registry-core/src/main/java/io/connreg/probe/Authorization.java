package io.connreg.probe;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spi.ProbeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the header that signs in; empty if there is nothing to sign in with. Nothing in it can end the line. */
final class Authorization {
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    private Authorization() {}

    /** @throws ProbeException if the key is not of visible ASCII */
    static String bearer(Optional<Secret> key) throws ProbeException {
        if (key.isEmpty()) {
            return "";
        }
        String revealed = key.get().reveal();
        if (!VISIBLE.matcher(revealed).matches()) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        return "Authorization: Bearer " + revealed + "\r\n";
    }

    /** @throws ProbeException if the user has a colon, which would end it */
    static String basic(Optional<String> user, Optional<Secret> password) throws ProbeException {
        if (user.isEmpty() || password.isEmpty()) {
            return "";
        }
        if (user.get().contains(":")) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        byte[] login = (user.get() + ":" + password.get().reveal()).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(login) + "\r\n";
    }
}

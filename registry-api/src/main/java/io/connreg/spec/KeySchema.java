package io.connreg.spec;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one known key of a type is.
 *
 * @param name as it is written
 * @param place among the configs or among the secrets
 * @param need whether it must be there
 * @param effect what a change of it means for the secrets
 * @param form what its value must look like
 * @param partner the key, of the other place, that makes a login with this one: neither may stand alone; null if none
 */
public record KeySchema(
        String name,
        Place place,
        Need need,
        Effect effect,
        Form form,
        @Nullable String partner) {

    /** Where a key stands. */
    public enum Place {
        CONFIG,
        SECRET
    }

    /** Whether a key must be there. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** What a change of a key means for the secrets. */
    public enum Effect {
        /** It may change where they are sent. */
        DESTINATION,
        /** It does not. */
        HARMLESS
    }

    /** What a value must look like. */
    public enum Form {
        /** A text, not blank. */
        TEXT("must not be blank") {
            @Override
            public boolean accepts(String value) {
                return !value.isBlank();
            }
        },
        /** A host name or an address, without scheme, port or path. */
        HOST("must be a host name or an address, without scheme, port or path") {
            @Override
            public boolean accepts(String value) {
                return HOST_FORM.matcher(value).matches();
            }
        },
        /** A TCP port. */
        PORT("must be a whole number from 1 to 65535") {
            @Override
            public boolean accepts(String value) {
                return PORT_FORM.matcher(value).matches() && Integer.parseInt(value) <= 65_535;
            }
        },
        /** An address with or without a scheme, with or without a path. */
        URL("must be an address, as https://host:port/path, the scheme may be left out; no white space") {
            @Override
            public boolean accepts(String value) {
                return URL_FORM.matcher(value).matches();
            }
        },
        /** Any text at all, the empty one too. */
        ANY("may be any text") {
            @Override
            public boolean accepts(String value) {
                return true;
            }
        };

        /** Two colons at least: one alone would be that of a port. */
        private static final String ADDRESS_6 = "[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*(%\\w+)?";

        private static final Pattern HOST_FORM =
                Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]+|" + ADDRESS_6 + "|\\[" + ADDRESS_6 + "]");
        private static final Pattern PORT_FORM = Pattern.compile("[1-9][0-9]{0,4}");
        private static final Pattern URL_FORM = Pattern.compile("\\S+");

        private final String rule;

        Form(String rule) {
            this.rule = rule;
        }

        public abstract boolean accepts(String value);

        /** The end of a sentence that begins with the key. */
        public String rule() {
            return rule;
        }
    }

    static KeySchema text(String name) {
        return destination(name, Form.TEXT);
    }

    static KeySchema host(String name) {
        return destination(name, Form.HOST);
    }

    static KeySchema port(String name) {
        return destination(name, Form.PORT);
    }

    static KeySchema url(String name) {
        return destination(name, Form.URL);
    }

    private static KeySchema destination(String name, Form form) {
        return new KeySchema(name, Place.CONFIG, Need.OPTIONAL, Effect.DESTINATION, form, null);
    }

    /** The name in a login: a change of it sends the secret nowhere else. */
    static KeySchema user(String name) {
        return new KeySchema(name, Place.CONFIG, Need.OPTIONAL, Effect.HARMLESS, Form.TEXT, "password");
    }

    static KeySchema passwordOf(String user) {
        return new KeySchema("password", Place.SECRET, Need.OPTIONAL, Effect.HARMLESS, Form.ANY, user);
    }

    static KeySchema secret(String name) {
        return new KeySchema(name, Place.SECRET, Need.OPTIONAL, Effect.HARMLESS, Form.ANY, null);
    }

    KeySchema required() {
        return new KeySchema(name, place, Need.REQUIRED, effect, form, partner);
    }
}

package io.connreg;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with a request. It never repeats the value it speaks of.
 *
 * @param path where, as {@code configs.port}; for a wire request's unknown field, the field as it was spelled
 * @param code which rule, one of this type's constants; stable over versions
 * @param message a sentence that says what would be right
 */
public record Problem(String path, String code, String message) implements Serializable {
    /** A value that must be there is not. */
    public static final String REQUIRED = "REQUIRED";
    /** A value has not the form it must have. */
    public static final String MALFORMED = "MALFORMED";
    /** A value is longer, or there are more of them, than the registry keeps. */
    public static final String TOO_LARGE = "TOO_LARGE";
    /** A login has a name but no secret, or the other way round. */
    public static final String HALF_LOGIN = "HALF_LOGIN";
    /** A wire request has a field that the operation does not have. */
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    /** A page token does not belong to the query it came with. */
    public static final String FOREIGN_TOKEN = "FOREIGN_TOKEN";

    /** A secret is about to be kept where everybody who sees the connection reads it. */
    public static final String SECRET_IN_PLAIN_SIGHT = "SECRET_IN_PLAIN_SIGHT";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PATH_SHOWN = 200;
    private static final Pattern BREAKS_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

    /** One line, whatever is in the path. */
    @Override
    public String toString() {
        String shown = path.length() <= LONGEST_PATH_SHOWN ? path : path.substring(0, LONGEST_PATH_SHOWN) + "…";
        return BREAKS_A_LINE.matcher(shown).replaceAll("?") + ": " + message + " [" + code + "]";
    }
}

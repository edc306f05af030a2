package io.connreg;

/**
 * One thing that is wrong with a request. It never repeats the value it speaks of.
 *
 * @param path where, as {@code configs.port}; for a wire request's unknown field, the field as it was spelled
 * @param code which rule, one of this type's constants; stable over versions
 * @param message a sentence that says what would be right
 */
public record Problem(String path, String code, String message) {
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

    @Override
    public String toString() {
        return path + ": " + message + " [" + code + "]";
    }
}

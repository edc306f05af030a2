package io.connreg.internal;

/** Text that came from outside, made fit for a message: short, and on one line. */
public final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String oneLine = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return oneLine.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Nearly all that is shown, and much that is made ready to be shown and then is not. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }
}

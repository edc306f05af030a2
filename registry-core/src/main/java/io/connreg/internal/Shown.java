package io.connreg.internal;

/** Text that came from outside, made fit for a message: short, and on one line. */
public final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** As {@link #of(String)}, of so many characters. */
    public static String of(String text, int longest) {
        if (isPlain(text, longest)) {
            return text;
        }
        String oneLine = text.length() <= longest ? text : text.substring(0, longest) + "…";
        return oneLine.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Nearly all that is shown, and much that is made ready to be shown and then is not. */
    private static boolean isPlain(String text, int longest) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return text.length() <= longest;
    }
}

package io.connreg.internal;

/** Text that came from outside, made fit for a message: short, and on one line. */
public final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    public static String of(String text) {
        String oneLine = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return oneLine.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package io.connreg.core;

import java.util.Optional;

/** Which characters a text may hold, so that it reads back the same from every store and looks like what it is. */
enum TextRule {
    /** No control characters. */
    PLAIN,
    /** As plain, but tabulators and line feeds. */
    LINES,
    /** As plain, and no invisible characters but the joiners that some scripts need. */
    NAME;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The end of a sentence that begins with the field, if the text is not right. */
    Optional<String> fault(String text) {
        return text.codePoints()
                .filter(point -> !allows(point))
                .mapToObj(point -> switch (Character.getType(point)) {
                    case Character.SURROGATE -> "holds an unpaired surrogate";
                    case Character.CONTROL -> "holds a control character";
                    default -> "holds a character that cannot be seen or is not assigned";
                })
                .findFirst();
    }

    private boolean allows(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> this == LINES && (point == '\t' || point == '\n');
            case Character.FORMAT -> this != NAME || point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> this != NAME;
            default -> true;
        };
    }
}

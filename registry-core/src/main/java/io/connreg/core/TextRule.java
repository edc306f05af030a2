package io.connreg.core;

import java.util.Optional;

/** Which characters a text may hold, so that it reads back the same from every store and looks like what it is. */
enum TextRule {
    /** No control characters. */
    PLAIN {
        @Override
        boolean allows(int point) {
            return !isControl(point);
        }
    },
    /** As plain, but tabulators and line feeds. */
    LINES {
        @Override
        boolean allows(int point) {
            return !isControl(point) || point == '\t' || point == '\n';
        }
    },
    /** As plain, nothing that cannot be seen but the joiners that some scripts need, and of Unicode 13. */
    NAME {
        @Override
        boolean allows(int point) {
            return Unicode13.isAssigned(point)
                    && switch (Character.getType(point)) {
                        case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                        case Character.FORMAT -> point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
                        default -> true;
                    };
        }
    };

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    abstract boolean allows(int point);

    private static boolean isControl(int point) {
        return Character.getType(point) == Character.CONTROL;
    }

    private static boolean isSurrogate(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    /** The end of a sentence that begins with the field, if the text is not right. */
    Optional<String> fault(String text) {
        return text.codePoints()
                .filter(point -> isSurrogate(point) || !allows(point))
                .mapToObj(point -> {
                    if (isSurrogate(point)) {
                        return "holds an unpaired surrogate";
                    }
                    return isControl(point)
                            ? "holds a control character"
                            : "holds a character that cannot be seen, or that is newer than Unicode 13";
                })
                .findFirst();
    }
}

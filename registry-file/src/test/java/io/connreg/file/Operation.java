package io.connreg.file;

/** What was done to a disk. Files are told apart by numbers, since names come and go; bytes are text, a character each. */
sealed interface Operation {
    /** What happens to a name. It lasts after {@link ForceNames}. */
    sealed interface OfName extends Operation {}

    /** What happens to a file's content. It lasts after {@link Force}. */
    sealed interface OfContent extends Operation {
        int file();
    }

    record Create(String name, int file) implements OfName {}

    record Rename(String from, String to, int file) implements OfName {}

    record Delete(String name) implements OfName {}

    record Write(int file, int at, String text) implements OfContent {
        int end() {
            return at + text.length();
        }

        /** Its bytes between these places in the file. */
        Write part(int from, int to) {
            return new Write(file, from, text.substring(from - at, to - at));
        }
    }

    record Truncate(int file, int size) implements OfContent {}

    record Force(int file, boolean metadata) implements Operation {}

    /** A force that failed: the system takes what was to be written for written, shows it, and forgets to write it. */
    record Forget(int file) implements Operation {}

    record ForceNames() implements Operation {}
}

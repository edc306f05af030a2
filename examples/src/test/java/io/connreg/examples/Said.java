package io.connreg.examples;

/** Something that cannot say what it is, with the words for it. */
record Said<T>(String words, T meaning) {
    @Override
    public String toString() {
        return words;
    }
}

package io.connreg.spi;

/**
 * The one entry of a store that holds the wrapped data keys.
 *
 * @param version 1 for the first, one more with each replacement
 * @param content text that the store keeps to the character and never reads: no NUL, no unpaired surrogate, at most 64
 *     KiB in UTF-8
 */
public record KeySlot(long version, String content) {

    /** The version and the content's length: wrapped keys are not for logs. */
    @Override
    public String toString() {
        return "KeySlot(version " + version + ", content of " + content.length() + " characters)";
    }
}

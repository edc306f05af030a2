package io.connreg.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a salvaged store.
 *
 * @param connections how many were written to the new one
 * @param slot whether the key slot was; without it, and without a backup of it, no secret can be opened
 * @param losses what could not be read or taken over, in the order of the files
 */
public record SalvageReport(long connections, boolean slot, List<Loss> losses) {
    public SalvageReport {
        losses = List.copyOf(losses);
    }

    /**
     * A stretch of a file that is lost.
     *
     * @param file its name in the directory
     * @param offset where it begins
     * @param length how many bytes; 0 if the file is missing
     * @param reason as part of a sentence
     * @param id the connection's that it seems to have been about, if that can be told
     */
    public record Loss(
            String file,
            long offset,
            long length,
            String reason,
            @Nullable String id) {}
}

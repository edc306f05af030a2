package io.connreg;

/** Where a master key is to be had; one of registry-core's {@code MasterKey}s. Thread-safe. */
public interface MasterKeySource {

    /**
     * Which master key it is; looks it up now.
     *
     * @throws KeyUnavailableException if it is not there or is none
     */
    MasterKeyId id();
}

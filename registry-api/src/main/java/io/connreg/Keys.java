package io.connreg;

/**
 * The operations on keys, for a host's operators. There is no caller and no access policy: whoever holds the
 * {@link ConnectionRegistry} may do all of this. Reading and writing go on meanwhile, in every process. Each operation
 * may be stopped anywhere and run again, from any process, and several may run at once.
 *
 * <p>A key's way is {@link #rotate}, {@link #reseal}, {@link #retire}, {@link #destroy}; {@code docs/keys.md} is the runbook.
 * Thread-safe. Every method but {@link #status} throws {@link KeyUnavailableException} if the keys cannot be had; every
 * method throws {@link StorageException} if the store fails and {@link IllegalStateException} if the registry is closed.
 */
public interface Keys {

    /**
     * The keys, their states, what hangs on them. Needs no master key, and so believes what the store says.
     *
     * @throws KeyUnavailableException if the stored keys are damaged
     */
    KeysStatus status();

    /**
     * Makes a new key and seals with it from now on, in every process; the one before it becomes
     * {@link KeyState#RETIRING}. If several do this at once there may be one new key for all of them.
     *
     * @return the key that is primary now
     * @throws KeyInUseException if there are 64 keys that were not destroyed
     */
    KeyId rotate();

    /** As {@link #reseal(KeysProgress)}, for whoever can wait. */
    default KeysReport reseal() {
        return reseal(soFar -> {});
    }

    /**
     * Seals anew with the primary key whatever is sealed with another one, a few connections at a time, until there is
     * nothing left but what does not open. Callers see no new revision and no new time of modification. What does not
     * open is listed and left as it is: set or clear it in an update, delete the connection, or put it back from a backup.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted; it stays so
     */
    KeysReport reseal(KeysProgress progress);

    /**
     * Makes a retiring key {@link KeyState#DISABLED}. One that is disabled or destroyed stays so.
     *
     * @throws KeyInUseException if a secret is sealed with it, or it is not yet retiring
     * @throws IllegalArgumentException if there is no such key
     */
    void retire(KeyId key);

    /**
     * Destroys a disabled key for good. One that is destroyed stays so. Of the last 128 destroyed ones the status still
     * tells.
     *
     * @throws KeyInUseException if it was not disabled for as long as the registry's {@code keyGrace} asks; or if a secret
     *     is sealed with it after all: it is retiring again then, reseal and retire it
     * @throws IllegalArgumentException if there is no such key
     */
    void destroy(KeyId key);

    /** As {@link #verify(KeysProgress)}, for whoever can wait. */
    default KeysReport verify() {
        return verify(soFar -> {});
    }

    /**
     * Opens every secret, wipes it at once, and lists the connections with one that does not open, and why. Changes
     * nothing.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted; it stays so
     */
    KeysReport verify(KeysProgress progress);

    /**
     * Wraps the keys with this master key too: from now on a registry may be opened with it, and still with those before.
     * No connection is touched. One that wraps them already goes on doing so.
     *
     * @param added one of registry-core's {@code MasterKey}s; {@code fileOrCreate} makes its file if there is none
     * @throws KeyUnavailableException if the added one cannot be had, too
     * @throws KeyInUseException if 16 others do already
     * @throws IllegalArgumentException if it is of another kind
     */
    void addMasterKey(MasterKeySource added);

    /**
     * No longer wraps the keys with this master key. A process that runs with it is told so when it next reads the keys.
     * No connection is touched. One that wraps nothing goes on doing so.
     *
     * @throws KeyInUseException if it is the one that this registry was opened with, so that the last one stays
     */
    void removeMasterKey(MasterKeyId removed);
}

package io.connreg.core;

import com.google.crypto.tink.Aead;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.MasterKeyId;
import io.connreg.MasterKeySource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * The host's key: it wraps the data keys that the registry keeps in its store, and is never stored there itself.
 * Whoever has the store and the master key has the secrets; without the master key, nobody has.
 *
 * <p>It is looked up when secrets are first read or written, not before: a registry opens without it, and its views and
 * lists work. Thread-safe.
 */
public final class MasterKey implements MasterKeySource {
    static final int MOST_LABEL = 128;

    // Transient, so that mappers that look at fields find no key.
    private final transient Supplier<WrappingMaster> forStoredKeys;
    private final transient Supplier<WrappingMaster> forNewWrap;

    private MasterKey(Supplier<WrappingMaster> forStoredKeys, Supplier<WrappingMaster> forNewWrap) {
        this.forStoredKeys = forStoredKeys;
        this.forNewWrap = forNewWrap;
    }

    private static MasterKey of(Supplier<WrappingMaster> source) {
        return new MasterKey(source, source);
    }

    /**
     * A new random master key, as the line that {@link #file}, {@link #environment} and {@link #line} read.
     */
    public static String generate() {
        byte[] key = new byte[LocalMasterKey.LENGTH];
        new SecureRandom().nextBytes(key);
        return LocalMasterKey.of(key).toLine();
    }

    /**
     * These 32 bytes, uniformly random; a password is not that.
     *
     * @throws IllegalArgumentException if there are not 32, or they are a key that everybody knows
     */
    public static MasterKey bytes(byte[] key) {
        WrappingMaster master = LocalMasterKey.of(key).toWrappingMaster();
        return of(() -> master);
    }

    /**
     * The key of a line that {@link #generate} made.
     *
     * @throws IllegalArgumentException if it is not such a line
     */
    public static MasterKey line(String line) {
        WrappingMaster master = LocalMasterKey.parse(line).toWrappingMaster();
        return of(() -> master);
    }

    /** The key in the line of this environment variable. */
    public static MasterKey environment(String variable) {
        return of(() -> {
            String line = System.getenv(variable);
            if (line == null || line.isBlank()) {
                throw new KeyUnavailableException(
                        Reason.MASTER_KEY_MISSING,
                        "the environment variable " + variable + " is to hold the master key and is not set");
            }
            return parse(line, "the environment variable " + variable);
        });
    }

    /** The key in the line of this file, which must be there and be readable by its owner alone. */
    public static MasterKey file(Path path) {
        MasterKeyFile file = MasterKeyFile.ofOwner(path);
        return of(file::read);
    }

    /** As {@link #file}, but whoever else may read the file: for secrets that a container platform mounts. */
    public static MasterKey mountedFile(Path path) {
        MasterKeyFile file = MasterKeyFile.mounted(path);
        return of(file::read);
    }

    /**
     * The key in this file, made if there is none and the store is new, or the key is added to those of a store. For a
     * store whose keys are to be opened with it, it is as
     * {@link #file}: a lost master key is never replaced, since a new one would open nothing.
     */
    public static MasterKey fileOrCreate(Path path) {
        MasterKeyFile file = MasterKeyFile.ofOwner(path);
        return new MasterKey(file::read, file::readOrCreate);
    }

    /**
     * A key that lives elsewhere, as in a cloud's key management.
     *
     * @param label its name, of at most 128 characters, kept with what it wraps: another label is another master key
     * @param aead seals and opens 32 bytes with associated data; an outage should show as an exception that has an
     *     {@link java.io.IOException} or a timeout among its causes
     * @throws IllegalArgumentException if the label is blank, too long, or has a control character
     */
    public static MasterKey aead(String label, Aead aead) {
        if (label.isBlank()
                || label.length() > MOST_LABEL
                || label.codePoints().anyMatch(point -> Character.isISOControl(point) || isSurrogate(point))) {
            throw new IllegalArgumentException("a master key's label must have 1 to " + MOST_LABEL
                    + " characters, not all of them blank, no control characters among them");
        }
        WrappingMaster master = new WrappingMaster(new MasterKeyId("aead", label, ""), aead);
        return of(() -> master);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }

    static WrappingMaster parse(String line, String place) {
        try {
            return LocalMasterKey.parse(line).toWrappingMaster();
        } catch (IllegalArgumentException e) {
            throw new KeyUnavailableException(Reason.MASTER_KEY_MALFORMED, place + ": " + e.getMessage());
        }
    }

    /** Made when first needed, if it is not there yet. */
    boolean mayBeMade() {
        return forStoredKeys != forNewWrap;
    }

    /** What opens the keys that a store holds; never made. */
    WrappingMaster forStoredKeys() {
        return forStoredKeys.get();
    }

    /** What wraps keys that it has not wrapped before. */
    WrappingMaster forNewWrap() {
        return forNewWrap.get();
    }

    @Override
    public MasterKeyId id() {
        return forStoredKeys().id();
    }

    @Override
    public String toString() {
        return "MasterKey(***)";
    }
}

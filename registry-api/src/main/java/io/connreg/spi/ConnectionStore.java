package io.connreg.spi;

import io.connreg.KeyId;
import io.connreg.StorageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where connections are kept. The store is the judge: of uniqueness of {@code (workspace, name)}, of row versions and
 * of the slot's version, each in the statement that writes. A write has happened, and is as durable as the store says
 * in its documentation, when the method returns {@link WriteOutcome#DONE}; the next read of any thread sees it.
 *
 * <p>Thread-safe. Every method throws {@link StorageException} when the store fails, with no text of a driver and no
 * value in it, and {@link IllegalStateException} after {@link #close()}.
 */
public interface ConnectionStore extends AutoCloseable {

    /** The row of this id. Whatever cannot be an id is not found. */
    Optional<StoredConnection> find(String id);

    /** The row of exactly this name in exactly this workspace. */
    Optional<StoredConnection> findByName(String workspaceId, String name);

    /** The rows that are in the scope and match the filter, one page of them. */
    List<StoredConnection> list(ListQuery query);

    /** How many rows are in the scope and match the filter. */
    long count(ListScope scope, ConnectionFilter filter);

    /**
     * Stores a new row, of row version 1.
     *
     * @return DONE, NAME_TAKEN or SLOT_CHANGED
     * @throws StorageException if the id is in use, too
     */
    WriteOutcome insert(ConnectionWrite write);

    /**
     * Puts a row in the place of the one of the same id whose row version is one less.
     *
     * @return DONE, MISSING, REVISION_MISMATCH, NAME_TAKEN or SLOT_CHANGED
     */
    WriteOutcome replace(ConnectionWrite write);

    /**
     * Replaces many rows, each on its own as {@link #replace} does; a store that can do it with fewer round trips or
     * flushes should.
     *
     * @return an outcome for each write, in order
     */
    default List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        return writes.stream().map(this::replace).toList();
    }

    /**
     * Removes the row if it is at this row version.
     *
     * @return DONE, MISSING or REVISION_MISMATCH
     */
    WriteOutcome delete(String id, long rowVersion);

    /** The slot, if one was ever stored. */
    Optional<KeySlot> slot();

    /**
     * Puts a slot in the place of the one whose version is one less; one of version 1 where there is none.
     *
     * @return DONE or SLOT_CHANGED
     */
    WriteOutcome replaceSlot(KeySlot next);

    /** All rows, by id in order of code points, those behind {@code afterId} (empty: from the first on). */
    List<StoredConnection> scan(String afterId, int limit);

    /** As {@link #scan}, of the rows that hold a secret sealed with this key. */
    List<StoredConnection> scanByKey(KeyId key, String afterId, int limit);

    /** How many secrets are sealed with each key; a key without any is missing. */
    Map<KeyId, Long> countSecretsByKey();

    /**
     * Whether nobody but the registry that opened this store can change what is in it. Only then may what was read be
     * kept until it is evicted; otherwise it is read again after a second.
     */
    boolean ownedAlone();

    /** Gives up what the store itself opened. Closing again changes nothing. */
    @Override
    void close();
}

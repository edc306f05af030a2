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

    /**
     * The rows that are in the scope and match the filter, one page of them. It ends behind the last row there is, the
     * row that fills it to the limit, or the row that reaches the budget, whichever comes first. A store should not
     * hold more documents in memory than those of the page.
     */
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
     * Replaces many rows, one after the other as {@link #replace} does: each is judged by what those before it did, and
     * a refused one stops none behind it. A store that can do it with fewer round trips or flushes should.
     *
     * @param writes in order; several may be of one row, each a row version further
     * @return an outcome for each write, in order
     * @throws StorageException if the store fails; some of the writes may then have happened
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

    /**
     * All rows, by id in order of code points.
     *
     * @param afterId those behind this id, which need not be there; empty: from the first on
     * @param limit at most so many; at least 1
     */
    List<StoredConnection> scan(String afterId, int limit);

    /** As {@link #scan}, of the rows that hold a secret sealed with this key. */
    List<StoredConnection> scanByKey(KeyId key, String afterId, int limit);

    /** How many secrets are sealed with each key; a key without any is missing. */
    Map<KeyId, Long> countSecretsByKey();

    /**
     * Whether nobody but the registry that opened this store can change what is in it. Only then may what was read be
     * kept until it is evicted; otherwise it is read again after a second. False for a store that takes a second
     * opener, in this process or in another.
     */
    boolean ownedAlone();

    /**
     * Gives up what the store itself opened, its threads too. Closing again changes nothing. A call that another thread
     * is in may still be done; if not, it fails with one of the two exceptions of every method.
     */
    @Override
    void close();
}

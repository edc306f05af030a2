package io.connreg.jdbc;

import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** What one kind of database does in its own way; what most do alike is given here. */
interface Dialect {
    /** How its URLs begin. */
    List<String> urls();

    /** What it may call itself. */
    List<String> products();

    /** Where its driver is to be had, as {@code group:artifact}. */
    String driver();

    /** The folder of its migrations. */
    String scripts();

    /**
     * What a session of the store's own pool is told when it begins, so that no statement lives for too long, and no
     * transaction of a client that was stopped.
     */
    String sessionSetup(JdbcOptions options);

    /** What a transaction on a host's connection is told when it begins, for the latter and until its end; empty if nothing. */
    default String transactionSetup(JdbcOptions options) {
        return "";
    }

    /** Sees to it that an acknowledged write survives what it should, or refuses the database. */
    Flush prepare(Handle handle, Durability durability, String shown);

    /** Whether writes must queue, from the first statement to the flush. */
    default boolean writesQueue() {
        return false;
    }

    /** Stores a new row with all that it is found by, all or nothing. */
    default WriteOutcome insert(Handle handle, ConnectionWrite write) {
        return handle.inTransaction(working -> ConnectionWrites.insert(this, working, write));
    }

    /** What the from clause of a query about nothing is. */
    default String fromNothing() {
        return "";
    }

    /** The end of a query that takes no more rows than its last question mark says. */
    default String atMost() {
        return " fetch first ? rows only";
    }

    /** Whether an index is entered where a comparison of pairs, of time and id, says; else the pair is taken apart. */
    default boolean indexesComparePairs() {
        return false;
    }

    /** A folded name, or a part of one. */
    default Argument folded(String text) {
        return Bound.sought(text);
    }

    /** Whether a folded name holds a part, the question mark. */
    String foldedNameHolds();

    /** What is run behind each commit. */
    interface Flush {
        Flush NONE = handle -> {};

        void run(Handle handle);
    }
}

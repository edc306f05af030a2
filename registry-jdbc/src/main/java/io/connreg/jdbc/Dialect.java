package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** What one kind of database does in its own way. */
interface Dialect {
    List<Dialect> ALL = List.of(new H2(), new PostgreSql(), new MariaDb());

    /** The one that takes this URL, if there is one. */
    static Optional<Dialect> of(String url) {
        return ALL.stream()
                .filter(dialect -> dialect.urls().stream().anyMatch(url::startsWith))
                .findFirst();
    }

    /** The one of the database behind this connection. */
    static Dialect of(Handle handle, String shown) {
        try {
            String product = handle.getConnection().getMetaData().getDatabaseProductName();
            return ALL.stream()
                    .filter(dialect -> dialect.products().contains(product))
                    .findFirst()
                    .orElseThrow(() -> new RegistrySetupException("Cannot keep a registry in " + shown
                            + ": it is none of the databases that this version of registry-jdbc knows, which are "
                            + ALL.stream()
                                    .flatMap(dialect -> dialect.products().stream())
                                    .toList() + "."));
        } catch (SQLException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }

    /** How its URLs begin. */
    List<String> urls();

    /** What it may call itself. */
    List<String> products();

    /** Where its driver is to be had, as {@code group:artifact}. */
    String driver();

    /** The folder of its migrations. */
    String scripts();

    /** What a session of the store's own pool is told when it begins, so that no statement lives for too long. */
    String sessionSetup(JdbcOptions options);

    /** Sees to it that an acknowledged write survives what it should, or refuses the database. */
    Flush prepare(Handle handle, Durability durability, String shown);

    /** Whether writes must queue, from the first statement to the flush. */
    boolean writesQueue();

    /** Stores a new row with all that it is found by, all or nothing. */
    WriteOutcome insert(Handle handle, ConnectionWrite write);

    /** What the from clause of a query about nothing is. */
    String fromNothing();

    /** The end of a query that takes no more rows than its last question mark says. */
    String atMost();

    /** Whether an index is entered where a comparison of pairs, of time and id, says; else the pair is taken apart. */
    boolean indexesComparePairs();

    /** A folded name, or a part of one. */
    Argument folded(String text);

    /** Whether a folded name holds a part, the question mark. */
    String foldedNameHolds();

    /** What is run behind each commit. */
    interface Flush {
        Flush NONE = handle -> {};

        void run(Handle handle);
    }
}

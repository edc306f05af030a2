package io.connreg.jdbc;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Lets one starter at a time change the tables: a row locked on a connection of its own, since most databases commit with each
 * DDL statement and a lock on the same connection would go with the first. It is gone when that connection is, so a starter
 * that dies holds up nobody.
 */
final class SchemaLock {
    /** Each waits for as long as the database's lock timeout, on H2 two seconds unless set. */
    private static final int ATTEMPTS = 60;

    private SchemaLock() {}

    /** The work has to ask, between any two statements of its own, whether the lock is still held: else its silence ends it. */
    static void whileHeld(Handle handle, Dialect dialect, Consumer<Runnable> work) {
        prepare(handle, dialect);
        handle.useTransaction(holder -> {
            acquire(holder);
            work.accept(() -> acquire(holder));
        });
    }

    private static void acquire(Handle handle) {
        for (int attempt = 1; ; attempt++) {
            try {
                Sql.of("select id from connreg_schema_lock where id = 1 for update")
                        .exists(handle);
                return;
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlFailures.isConflict(e)) {
                    throw e;
                }
            }
        }
    }

    private static void prepare(Handle handle, Dialect dialect) {
        makeSure(handle, "create table if not exists connreg_schema_lock (id integer not null primary key)");
        makeSure(
                handle,
                "insert into connreg_schema_lock (id) select 1" + dialect.fromNothing()
                        + " where not exists (select 1 from connreg_schema_lock where id = 1)");
    }

    /**
     * A statement that makes what is not there may fail beside another starter's. What that one made is there then, so
     * the second time it does nothing; what fails for another reason fails again.
     */
    private static void makeSure(Handle handle, String statement) {
        try {
            Sql.of(statement).update(handle);
        } catch (JdbiException e) {
            Sql.of(statement).update(handle);
        }
    }
}

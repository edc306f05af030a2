package io.connreg.jdbc;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Lets one starter at a time change the tables: a row locked on a connection of its own, since H2 commits with each DDL
 * statement and a lock on the same connection would go with the first. It is gone when that connection is, so a starter
 * that dies holds up nobody.
 */
final class SchemaLock {
    /** Each waits for as long as H2's lock timeout, by default two seconds. */
    private static final int ATTEMPTS = 60;

    private SchemaLock() {}

    static void whileHeld(Handle handle, Runnable work) {
        prepare(handle);
        handle.useTransaction(holder -> {
            acquire(holder);
            work.run();
        });
    }

    private static void acquire(Handle handle) {
        for (int attempt = 1; ; attempt++) {
            try {
                Sql.of("select id from connreg_schema_lock where id = 1 for update")
                        .exists(handle);
                return;
            } catch (JdbiException e) {
                if (attempt == ATTEMPTS || !SqlFailures.isLockTimeout(e)) {
                    throw e;
                }
            }
        }
    }

    private static void prepare(Handle handle) {
        try {
            prepareOnce(handle);
        } catch (JdbiException e) {
            // H2's IF NOT EXISTS may fail beside another starter. The table is there then and the second run does
            // nothing; what fails for another reason fails again.
            prepareOnce(handle);
        }
    }

    private static void prepareOnce(Handle handle) {
        Sql.of("create table if not exists connreg_schema_lock (id integer not null primary key)")
                .update(handle);
        Sql.of("merge into connreg_schema_lock key (id) values (1)").update(handle);
    }
}

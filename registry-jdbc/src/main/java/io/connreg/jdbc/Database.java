package io.connreg.jdbc;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Where statements run: one connection an operation, errors translated, nothing any more once it is closed. */
final class Database {
    private final Jdbi jdbi;
    private final Lender lender;
    private final String shown;
    private final H2 h2;
    /** Read by each call, written by the close: a pool that shuts down under a call would let it wait in vain. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    /**
     * One writer at a time, from the first statement to the flush. Where H2 stored while another transaction was being
     * committed, and the process was killed then, acknowledged writes were lost and indexes damaged.
     */
    private final ReentrantLock writing = new ReentrantLock();

    private volatile boolean closed;

    private Database(Jdbi jdbi, Lender lender, H2 h2) {
        this.jdbi = jdbi;
        this.lender = lender;
        this.shown = lender.shown();
        this.h2 = h2;
    }

    /** A database that is ready for use. */
    static Database open(Lender lender, Durability durability) {
        String shown = lender.shown();
        Jdbi jdbi = Jdbi.create(new LentConnections(lender.source()));
        // JDBI's own engine would take what stands between < and > for a placeholder.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        try (Handle handle = jdbi.open()) {
            H2 h2 = H2.prepare(handle, shown, durability);
            Schema.bringUpToDate(handle, jdbi::open, shown);
            return new Database(jdbi, lender, h2);
        } catch (JdbiException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }

    /**
     * Runs statements that only read.
     *
     * @param attempt what is done, for messages, as {@code find connection}
     * @param subject on what, for messages; may be anything
     */
    <T> T read(String attempt, String subject, Function<Handle, T> work) {
        return run(attempt, subject, work);
    }

    /** Runs statements that write, in one transaction, and returns when what they did is as durable as promised. */
    <T> T write(String attempt, String subject, Function<Handle, T> work) {
        return run(attempt, subject, handle -> {
            writing.lock();
            try {
                T result = handle.inTransaction(work::apply);
                h2.flush(handle);
                return result;
            } finally {
                writing.unlock();
            }
        });
    }

    private <T> T run(String attempt, String subject, Function<Handle, T> work) {
        life.readLock().lock();
        try {
            return runWhileOpen(attempt, subject, work);
        } finally {
            life.readLock().unlock();
        }
    }

    private <T> T runWhileOpen(String attempt, String subject, Function<Handle, T> work) {
        requireOpen();
        // An interrupt closes the file under H2, for all threads. A thread that comes with one is told of it after.
        boolean interrupted = Thread.interrupted();
        try (Handle handle = jdbi.open()) {
            return work.apply(handle);
        } catch (JdbiException e) {
            if (SqlFailures.isDatabaseClosed(e)) {
                lender.renew().run();
            }
            throw SqlFailures.storage(attempt, subject, shown, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the calls that are under way; those that come later find it closed. */
    void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                lender.close().run();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The connection store in " + shown + " is closed.");
        }
    }
}

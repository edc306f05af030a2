package io.connreg.jdbc;

import io.connreg.StorageException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Where statements run: one connection an operation, errors translated, nothing any more once it is closed. */
final class Database {
    private static final int ATTEMPTS = 8;

    private final Jdbi jdbi;
    private final Lender lender;
    private final Dialect dialect;
    private final Dialect.Flush flush;
    /** Read by each call, written by the close: a pool that shuts down under a call would let it wait in vain. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private final ReentrantLock writing = new ReentrantLock();
    private final long patience;

    private volatile boolean closed;

    private Database(Jdbi jdbi, Lender lender, Duration patience, Dialect dialect, Dialect.Flush flush) {
        this.jdbi = jdbi;
        this.lender = lender;
        this.patience = patience.toNanos();
        this.dialect = dialect;
        this.flush = flush;
    }

    /** A database that is ready for use. */
    static Database open(Lender lender, JdbcOptions options) {
        String shown = lender.shown();
        Jdbi jdbi = Statements.configured(Jdbi.create(LentConnections.of(lender)), lender, options);
        try (Handle handle = jdbi.open()) {
            Dialect dialect = Dialects.of(handle, shown);
            Dialect.Flush flush = dialect.prepare(handle, options.durability(), shown);
            if (!lender.sessionsAreOurs()) {
                jdbi.setTransactionHandler(ToldTransactions.of(dialect.transactionSetup(options)));
            }
            new Schema(dialect, options.tablePrefix(), shown).bringUpToDate(handle, jdbi::open);
            return new Database(jdbi, lender, options.statementTimeout(), dialect, flush);
        } catch (JdbiException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Runs statements that only read.
     *
     * @param attempt what is done, for messages, as {@code find connection}
     * @param subject on what, for messages; may be anything
     */
    <T> T read(String attempt, String subject, Function<Handle, T> work) {
        return call(attempt, subject, () -> resumed(() -> onConnection(work), () -> onConnection(work)));
    }

    /**
     * Runs a write, all or nothing, and returns when what it did is as durable as promised. If the connection is lost in
     * the middle, nobody has told whether it happened; that is found out by doing it again.
     *
     * @param again does the write and answers as if it was done if the first time is found to have done it
     */
    <T> T write(String attempt, String subject, Function<Handle, T> work, Function<Handle, T> again) {
        return call(attempt, subject, () -> resumed(() -> retried(work), () -> retried(again)));
    }

    private <T> T resumed(Supplier<T> work, Supplier<T> again) {
        try {
            return work.get();
        } catch (LostConnectionException lost) {
            return doneAgain(again);
        }
    }

    /** Many times, since a pool may hold many connections to a server that is gone. */
    private <T> T doneAgain(Supplier<T> again) {
        for (int attempt = 1; ; attempt++) {
            lender.renew().run();
            try {
                return again.get();
            } catch (LostConnectionException lost) {
                if (attempt == ATTEMPTS) {
                    throw lost;
                }
            } catch (JdbiException e) {
                throw new LostConnectionException(e); // why it failed now says nothing of the first time
            }
        }
    }

    private <T> T retried(Function<Handle, T> work) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return onConnection(handle -> queued(handle, work));
            } catch (NotFlushedException | LostConnectionException e) {
                throw e;
            } catch (JdbiException e) {
                boolean enough = attempt == ATTEMPTS || System.nanoTime() - begun > patience;
                if (enough || !SqlFailures.isConflict(e)) {
                    throw e;
                }
                long longest = TimeUnit.MILLISECONDS.toNanos(1L << attempt);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest));
            }
        }
    }

    /** In the queue with a connection in hand: where none is to be had, each waits for one at the same time. */
    private <T> T queued(Handle handle, Function<Handle, T> work) {
        if (!dialect.writesQueue()) {
            return flushed(handle, work);
        }
        writing.lock();
        try {
            return flushed(handle, work);
        } finally {
            writing.unlock();
        }
    }

    private <T> T flushed(Handle handle, Function<Handle, T> work) {
        T result = work.apply(handle);
        flush.run(handle);
        return result;
    }

    /** @throws LostConnectionException if a connection was there, and was lost while it was used or given back */
    private <T> T onConnection(Function<Handle, T> work) {
        Handle opened = jdbi.open();
        try (Handle handle = opened) {
            return work.apply(handle);
        } catch (JdbiException e) {
            throw SqlFailures.isLost(e) ? new LostConnectionException(e) : e;
        }
    }

    private <T> T call(String attempt, String subject, Supplier<T> work) {
        life.readLock().lock();
        try {
            requireOpen();
            return callWhileOpen(attempt, subject, work);
        } finally {
            life.readLock().unlock();
        }
    }

    private <T> T callWhileOpen(String attempt, String subject, Supplier<T> work) {
        // An interrupt closes the file under H2, for all threads. A thread that comes with one is told of it after.
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } catch (JdbiException e) {
            if (SqlFailures.isLost(e)) {
                lender.renew().run();
            }
            throw failure(attempt, subject, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private StorageException failure(String attempt, String subject, JdbiException e) {
        return SqlFailures.storage(attempt, subject, lender.shown(), e);
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
            throw new IllegalStateException("The connection store in " + lender.shown() + " is closed.");
        }
    }
}

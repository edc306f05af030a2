package io.connreg.jdbc;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a store uses its database. Immutable.
 *
 * @param durability what an acknowledged write survives; the kill of a process unless set
 * @param tablePrefix how the names of tables and indexes begin; {@value #DEFAULT_PREFIX} unless set
 * @param statementTimeout how long a statement may take, in milliseconds at least one; 30 seconds unless set. PostgreSQL and
 *     MariaDB end a transaction whose client is silent for twice as long, a second at least, as one is that was stopped
 */
public record JdbcOptions(Durability durability, String tablePrefix, Duration statementTimeout) {
    static final String DEFAULT_PREFIX = "connreg_";

    private static final Duration LEAST_SILENCE = Duration.ofSeconds(1);
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,29}");

    /** What a store uses that is opened without options. */
    public static final JdbcOptions DEFAULT =
            new JdbcOptions(Durability.PROCESS_CRASH, DEFAULT_PREFIX, Duration.ofSeconds(30));

    /** @throws IllegalArgumentException if the prefix is no name of a table, or the timeout not positive */
    public JdbcOptions {
        Objects.requireNonNull(durability, "durability");
        if (!PREFIX.matcher(tablePrefix).matches()) {
            throw new IllegalArgumentException(
                    "a table prefix must be 1 to 30 of a-z, 0-9 and _, a letter first: " + tablePrefix);
        }
        if (statementTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("a statement must have some time, not " + statementTimeout);
        }
    }

    /** How long a transaction may be left without a word; then its client is taken for stopped, and the server ends it. */
    Duration longestSilence() {
        Duration twice = statementTimeout.multipliedBy(2);
        return twice.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : twice;
    }

    /** These with another durability. */
    public JdbcOptions durability(Durability promise) {
        return new JdbcOptions(promise, tablePrefix, statementTimeout);
    }

    /** These with another prefix, so that several registries may share a database. */
    public JdbcOptions tablePrefix(String prefix) {
        return new JdbcOptions(durability, prefix, statementTimeout);
    }

    /** These with another time that a statement may take. */
    public JdbcOptions statementTimeout(Duration longest) {
        return new JdbcOptions(durability, tablePrefix, longest);
    }
}

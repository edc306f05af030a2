package io.connreg.jdbc;

/** What an acknowledged write survives in a database on disk. */
public enum Durability {
    /** The kill of the process. A power loss may take the last writes. */
    PROCESS_CRASH("checkpoint"),

    /** A power loss too: each write waits until the disk has it, which costs a multiple. */
    POWER_LOSS("checkpoint sync");

    private final String flush;

    Durability(String flush) {
        this.flush = flush;
    }

    /** The H2 statement that keeps the promise after a commit. */
    String flush() {
        return flush;
    }
}

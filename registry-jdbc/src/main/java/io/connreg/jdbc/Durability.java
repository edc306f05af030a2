package io.connreg.jdbc;

/** What an acknowledged write survives in a database on disk. */
public enum Durability {
    /** The kill of the process, the database's own or the one that it is embedded in. A power loss may take the last writes. */
    PROCESS_CRASH,

    /** A power loss too: each write waits until the disk has it. */
    POWER_LOSS
}

package io.connreg.benchmarks;

/**
 * What two sides are measured for.
 *
 * @param part as the command line calls it
 * @param operation what the registry does
 * @param against what it is divided by
 * @param storage where
 * @param durability what the writes of both sides survive; a dash for reads
 * @param reach the goal, in words; empty if there is none
 */
record Question(String part, String operation, String against, String storage, String durability, String reach) {
    /** Of a read. */
    static Question read(String part, String operation, String against, String storage, String reach) {
        return new Question(part, operation, against, storage, "–", reach);
    }
}

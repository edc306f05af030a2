package io.connreg.benchmarks;

/** One operation, done again and again. */
@FunctionalInterface
interface Work {
    void once() throws Exception;
}

package io.connreg.spi;

import io.connreg.OperationEvent;

/**
 * Is told of every operation of a registry, once it has come to its outcome: of those that failed, and of those that were
 * asked of a closed registry, too. Handed to the registry's builder. Thread-safe: it is called by many threads, and, if it
 * is not queued, by several at once.
 */
@FunctionalInterface
public interface AuditListener {
    /**
     * Takes note of one operation. What this throws is logged by its class alone and changes nothing. What this itself
     * asks of the registry is counted, but not told to it, or there would be no end.
     */
    void ended(OperationEvent event);
}

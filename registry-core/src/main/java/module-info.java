/** The registry: validation, access, sealing, cache, wire JSON, discovery, and the in-memory store. */
module io.connreg.core {
    requires transitive io.connreg.api;
    requires transitive com.google.crypto.tink;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires static jdk.jfr;

    exports io.connreg.core;
    exports io.connreg.wire;

    uses io.connreg.spi.ConnectionProbe;
    uses io.connreg.spi.StoreProvider;

    provides io.connreg.spi.StoreProvider with
            io.connreg.core.MemoryStoreProvider;
}

/** The storage contract: the rules that every storage plug-in of the connection registry runs as its tests. */
module io.connreg.testkit {
    requires static transitive org.jspecify;
    requires transitive io.connreg.api;
    requires transitive org.junit.jupiter.api;

    exports io.connreg.testkit;
}

/** The rules that each storage plug-in, and each access policy of a host, of the connection registry runs as its tests. */
module io.connreg.testkit {
    requires static transitive org.jspecify;
    requires transitive io.connreg.api;
    requires transitive org.junit.jupiter.api;

    exports io.connreg.testkit;
}

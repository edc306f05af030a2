/** What hosts and storage plug-ins of the connection registry compile against. */
module io.connreg.api {
    requires static transitive org.jspecify;

    exports io.connreg;
    exports io.connreg.spec;
    exports io.connreg.spi;
}

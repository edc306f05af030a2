/** Storage plug-in: a registry in a JDBC database. */
module io.connreg.jdbc {
    requires transitive io.connreg.api;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    // JDBI needs it and, an automatic module, cannot say so; as a named module it would not be resolved otherwise.
    requires io.leangen.geantyref;
    requires org.jdbi.v3.core;

    exports io.connreg.jdbc;

    provides io.connreg.spi.ConnectionProbe with
            io.connreg.jdbc.JdbcProbe;
    provides io.connreg.spi.StoreProvider with
            io.connreg.jdbc.JdbcStoreProvider;
}

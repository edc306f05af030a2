/** Storage plug-in: a registry in a JDBC database, so far H2. */
module io.connreg.jdbc {
    requires transitive io.connreg.api;
    requires transitive java.sql;
    requires com.zaxxer.hikari;
    requires org.jdbi.v3.core;

    exports io.connreg.jdbc;

    provides io.connreg.spi.StoreProvider with
            io.connreg.jdbc.JdbcStoreProvider;
}

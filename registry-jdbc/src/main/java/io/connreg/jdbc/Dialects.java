package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The kinds of databases that are known here. */
final class Dialects {
    static final List<Dialect> ALL = List.of(new H2(), new PostgreSql(), new MariaDb());

    private Dialects() {}

    /** The one that takes this URL, if there is one. */
    static Optional<Dialect> of(String url) {
        return ALL.stream()
                .filter(dialect -> dialect.urls().stream().anyMatch(url::startsWith))
                .findFirst();
    }

    /** The one of the database behind this connection. */
    static Dialect of(Handle handle, String shown) {
        try {
            String product = handle.getConnection().getMetaData().getDatabaseProductName();
            return ALL.stream()
                    .filter(dialect -> dialect.products().contains(product))
                    .findFirst()
                    .orElseThrow(() -> new RegistrySetupException("Cannot keep a registry in " + shown
                            + ": it is none of the databases that this version of registry-jdbc knows, which are "
                            + ALL.stream()
                                    .flatMap(dialect -> dialect.products().stream())
                                    .toList() + "."));
        } catch (SQLException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }
}

package io.connreg.jdbc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** A host lends connections, and gets them back as they were. */
final class HostSourceTest {
    @Nested
    final class OnH2 extends HostSourceRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends HostSourceRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends HostSourceRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}

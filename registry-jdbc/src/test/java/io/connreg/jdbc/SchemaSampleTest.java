package io.connreg.jdbc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

final class SchemaSampleTest {
    @Nested
    final class OnH2 extends SchemaSampleRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends SchemaSampleRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends SchemaSampleRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}

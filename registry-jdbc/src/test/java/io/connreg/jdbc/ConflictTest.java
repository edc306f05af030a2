package io.connreg.jdbc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Another session is in the way: waited for, tried again, or given up in time. */
final class ConflictTest {
    @Nested
    final class OnH2 extends ConflictRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends ConflictRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends ConflictRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}

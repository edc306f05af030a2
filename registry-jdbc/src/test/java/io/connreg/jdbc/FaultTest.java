package io.connreg.jdbc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** A write that fails at any statement has happened whole or not at all. */
@Tag("slow")
final class FaultTest {
    @Nested
    final class OnH2 extends FaultRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends FaultRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends FaultRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}

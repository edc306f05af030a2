package io.connreg.jdbc;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** A connection that breaks at any moment neither doubles a write nor loses one, and the answer is right. */
@Tag("slow")
final class LostConnectionTest {
    @Nested
    final class OnH2 extends LostConnectionRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends LostConnectionRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends LostConnectionRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}

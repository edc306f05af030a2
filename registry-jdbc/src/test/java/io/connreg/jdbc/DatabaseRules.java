package io.connreg.jdbc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Rules that hold on every kind of database; each is tried on a new one. */
abstract class DatabaseRules {
    final Kind kind;
    Kind.Fresh database;

    DatabaseRules(Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    final void makeDatabase() {
        database = kind.newDatabase();
    }

    @AfterEach
    final void dropDatabase() {
        database.close();
    }
}

package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every kind of database when one statement fails, for every one. */
abstract class FaultRules extends DatabaseRules {
    private static final String UNKNOWN_FAULT = "XX999";
    private static final String CONFLICT = "40001";

    private FaultySource faulty;
    private int attempts;

    FaultRules(Kind kind) {
        super(kind);
    }

    @BeforeEach
    void open() {
        faulty = new FaultySource(database.url());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFaultAtAnyStatementLeavesAllOrNothing(boolean done) {
        try (ConnectionStore straight = JdbcStores.open(database.url());
                ConnectionStore store = JdbcStores.on(faulty.source())) {
            for (Deed deed : Deed.values()) {
                int statement = 1;
                while (isWholeThoughItFails(deed, straight, store, statement, done)) {
                    statement++;
                }
                assertThat(statement).as("statements of " + deed).isGreaterThan(1);
            }
        }
    }

    private boolean isWholeThoughItFails(
            Deed deed, ConnectionStore straight, ConnectionStore store, int statement, boolean done) {
        Deed.Attempt attempt = deed.prepare(straight, attempts++);
        faulty.failAt(statement, done, UNKNOWN_FAULT);
        Throwable failure = catchThrowable(() -> attempt.act().apply(store));
        boolean failed = faulty.hasFailed();
        String what = deed + " failing at statement " + statement + ": " + failure;
        String found = attempt.contents().apply(database.url());
        if (!failed) {
            assertThat(failure).as(what).isNull();
            assertThat(found).as(what).isEqualTo(attempt.after());
            return false;
        }
        assertThat(failure).as(what).isInstanceOf(StorageException.class).hasMessageNotContaining("canary");
        assertThat(found).as(what).isIn(attempt.before(), attempt.after());
        if (found.equals(attempt.after())) {
            assertThat(failure).as(what).hasMessageNotContaining("Nothing was written");
        }
        return true;
    }

    @Test
    void aConflictAtAnyStatementIsTriedAgain() {
        try (ConnectionStore straight = JdbcStores.open(database.url());
                ConnectionStore store = JdbcStores.on(faulty.source())) {
            for (Deed deed : Deed.values()) {
                boolean failed = true;
                for (int statement = 1; failed; statement++) {
                    Deed.Attempt attempt = deed.prepare(straight, attempts++);
                    faulty.failAt(statement, false, CONFLICT);
                    String answer = answer(attempt, store);
                    failed = faulty.hasFailed();
                    assertThat(answer)
                            .as(deed + " in conflict at statement " + statement)
                            .containsAnyOf(attempt.done().toString(), "not make sure that it is on disk");
                    assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.after());
                }
            }
        }
    }

    /** Where H2 cannot make sure of the disk, a write is not tried again: it has happened. */
    private static String answer(Deed.Attempt attempt, ConnectionStore store) {
        try {
            return attempt.act().apply(store).toString();
        } catch (StorageException e) {
            return e.toString();
        }
    }

    @Test
    void whereAConnectionIsLostWhenItIsGivenBackTheWriteIsDone() {
        try (ConnectionStore straight = JdbcStores.open(database.url());
                ConnectionStore store = JdbcStores.on(faulty.source())) {
            for (Deed deed : Deed.values()) {
                Deed.Attempt attempt = deed.prepare(straight, attempts++);
                faulty.failClosing("08006");
                assertThat(attempt.act().apply(store)).as(deed + "").isEqualTo(attempt.done());
                assertThat(faulty.hasFailed()).isTrue();
                assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.after());
            }
        }
    }

    @Test
    void aConflictThatDoesNotEndIsGivenUp() {
        try (ConnectionStore straight = JdbcStores.open(database.url());
                ConnectionStore store = JdbcStores.on(faulty.source())) {
            Deed.Attempt attempt = Deed.INSERT.prepare(straight, 0);
            faulty.failAlways(CONFLICT);
            assertThatThrownBy(() -> attempt.act().apply(store))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another transaction was in the way")
                    .hasMessageContaining("Nothing was written; try again");
            assertThat(faulty.hasFailed()).isTrue();
            assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.before());
            assertThat(attempt.act().apply(store)).isEqualTo(attempt.done());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tablesWhoseMakingFailedAtAnyStatementAreFinishedByTheNextStarter(boolean done) {
        boolean failed = true;
        for (int statement = 1; failed; statement++) {
            try (Kind.Fresh fresh = kind.newDatabase()) {
                FaultySource source = new FaultySource(fresh.url());
                source.failAt(statement, done, UNKNOWN_FAULT);
                Throwable failure =
                        catchThrowable(() -> JdbcStores.on(source.source()).close());
                failed = source.hasFailed();
                if (failure != null) {
                    assertThat(failure)
                            .isInstanceOf(RegistrySetupException.class)
                            .hasMessageNotContaining("canary");
                }
                try (ConnectionStore store = JdbcStores.open(fresh.url())) {
                    Deed.Attempt attempt = Deed.INSERT.prepare(store, 0);
                    assertThat(attempt.act().apply(store)).isEqualTo(attempt.done());
                    assertThat(attempt.contents().apply(fresh.url())).isEqualTo(attempt.after());
                    assertThat(Sessions.texts(fresh.url(), "select version from connreg_schema"))
                            .hasSize(Migration.latest());
                }
            }
        }
    }
}

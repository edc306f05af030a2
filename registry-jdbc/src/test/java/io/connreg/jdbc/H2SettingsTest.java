package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.next;
import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.NAME_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class H2SettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";IGNORECASE=TRUE",
                ";DATABASE_TO_UPPER=FALSE",
                ";DATABASE_TO_LOWER=TRUE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";COLLATION=ENGLISH STRENGTH PRIMARY",
                ";DEFAULT_NULL_ORDERING=HIGH",
                ";MODE=Oracle",
                ";MODE=MySQL",
                ";MODE=MariaDB",
                ";MODE=PostgreSQL",
                ";MODE=MSSQLServer",
                ";MODE=DB2",
                ";MODE=Derby",
                ";MODE=HSQLDB",
                ";MODE=LEGACY",
                ";MODE=STRICT",
                ";AUTOCOMMIT=FALSE",
                ";LOCK_MODE=1;PAGE_SIZE=512"
            })
    void noSettingOfTheDatabaseChangesWhatEqualsWhat(String settings) {
        try (ConnectionStore store = JdbcStores.open("jdbc:h2:mem:settings" + settings)) {
            List<String> names = List.of("NAME", "Name", "name", "name ", "näme", "～", "😀");
            for (String name : names) {
                assertThat(store.insert(row(name, name))).isEqualTo(DONE);
            }
            assertThat(store.insert(row("x", "name"))).isEqualTo(NAME_TAKEN);
            assertThat(store.replace(next(row("Name", "Name"), "name"))).isEqualTo(NAME_TAKEN);
            assertThat(store.findByName("ws", "name "))
                    .contains(row("name ", "name ").row());
            assertThat(store.findByName("WS", "name")).isEmpty();
            assertThat(store.find("nAME")).isEmpty();
            assertThat(store.scan("", 9)).extracting(row -> row.head().id()).isEqualTo(names);
            ListScope all = new ListScope("alice", List.of(Grant.in("ws", Reach.PUBLIC_OR_OWN)));
            assertThat(store.list(new ListQuery(all, ConnectionFilter.ALL, true, null, 9, 1_000)))
                    .extracting(row -> row.head().id())
                    .isEqualTo(names);
            assertThat(store.count(new ListScope("alice", List.of(Grant.in("Ws", Reach.ALL))), ConnectionFilter.ALL))
                    .isZero();
        }
    }
}

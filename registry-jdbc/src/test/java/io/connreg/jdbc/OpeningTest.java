package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpeningTest {
    @TempDir
    Path dir;

    @Test
    void theProviderIsDeclaredBothWaysAndTakesDatabasesUrlsOnly() throws IOException {
        String type = JdbcStoreProvider.class.getName();
        try (InputStream module = resource("module-info.class");
                InputStream services = resource("META-INF/services/" + StoreProvider.class.getName())) {
            assertThat(ModuleDescriptor.read(module).provides())
                    .anySatisfy(provided -> assertThat(provided.providers()).containsExactly(type));
            assertThat(services).hasContent(type);
        }
        StoreProvider provider = new JdbcStoreProvider();
        assertThat(provider.accepts("jdbc:h2:mem:x")).isTrue();
        assertThat(provider.accepts("jdbc:postgresql://db/x")).isTrue();
        assertThat(provider.accepts("jdbc:mariadb://db/x")).isTrue();
        assertThat(provider.accepts("jdbc:oracle:thin:@db/x")).isFalse();
        assertThat(provider.accepts("file:./data")).isFalse();
        assertRefused("jdbc:oracle:thin:app/canary@db/x?password=canary", "[jdbc:h2:, jdbc:postgresql:");
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() {
        JdbcStores.open(url() + ";USER=sa;PASSWORD=right").close();
        assertRefused(url() + ";USER=sa;PASSWORD=canary", "the user or the password is wrong");
    }

    @Test
    void aFileThatIsLockedIsSaidToBeOpenElsewhere() throws IOException {
        JdbcStores.open(url()).close();
        try (FileChannel file = FileChannel.open(dir.resolve("db.mv.db"), StandardOpenOption.WRITE)) {
            file.lock();
            assertRefused(url() + ";PASSWORD=canary", "another process has the database open");
        }
    }

    @Test
    void aUserWithoutAdminRightsIsRefusedWithWhatToGrant() throws SQLException {
        try (Connection admin = DriverManager.getConnection(url(), "sa", "");
                Statement statement = admin.createStatement()) {
            statement.execute("create user app password 'canary'");
            statement.execute("grant alter any schema to app");
            assertRefused(url() + ";USER=app;PASSWORD=canary", "ALTER USER … ADMIN TRUE");
        }
    }

    @Test
    void aUrlThatNamesNoUsableDatabaseIsRefused() {
        assertRefused("jdbc:h2:mem:", "Give it one");
        assertRefused("jdbc:h2:mem:;PASSWORD=canary", "Give it one");
        assertRefused("jdbc:h2:relative/canary;PASSWORD=canary2", "must begin with ./");
        assertRefused(url() + ";auto_server=true;PASSWORD=canary", "run an H2 server");
        assertRefused(url() + ";CANARY=canary", "a setting that this version of H2 does not know");
        assertRefused(url() + ";IFEXISTS=TRUE;PASSWORD=canary", "there is no such database");
        assertRefused("jdbc:h2:tcp://localhost:1/canary;PASSWORD=canary2", "the server does not answer");
    }

    @Test
    void whatADriverSaysOfValuesIsNeverPassedOn() {
        try (ConnectionStore store = JdbcStores.open("jdbc:h2:mem:opening;PASSWORD=pw-canary")) {
            store.insert(row("c-1", "one"));
            StorageException tooLong = catchThrowableOfType(
                    StorageException.class, () -> store.insert(row("c-2", "name-canary".repeat(100))));
            StorageException inUse =
                    catchThrowableOfType(StorageException.class, () -> store.insert(row("c-1", "name-canary")));
            assertSilent(tooLong);
            assertSilent(inUse);
            assertThat(tooLong)
                    .hasMessageContaining(
                            "insert connection 'c-2' in jdbc:h2:mem:opening (SQLState 22001, vendor code");
            assertThat(store.find("c-2")).isEmpty();
        }
    }

    @Test
    void aWriteThatCannotBeMadeDurableSaysThatItIsWritten() throws SQLException {
        String url = url() + ";USER=sa";
        try (ConnectionStore store = JdbcStores.open(url);
                Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("create user other password '' admin");
            statement.execute("grant all on schema public to sa");
            statement.execute("alter user sa admin false");
            assertThatThrownBy(() -> store.insert(row("c-1", "one")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Could insert connection 'c-1'")
                    .hasMessageContaining("but not make sure that it is on disk (SQLState 90040, vendor code 90040)")
                    .hasNoCause();
            assertThat(store.find("c-1")).isPresent();
        }
    }

    @Test
    void aTableThatWasDroppedBehindTheStoreIsAFailureThatSaysSo() throws SQLException {
        try (ConnectionStore store = JdbcStores.open(url());
                Connection other = DriverManager.getConnection(url());
                Statement statement = other.createStatement()) {
            statement.execute("drop table connreg_slot");
            assertThatThrownBy(store::slot)
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("a table of the registry is missing");
            assertThat(store.find("c-1")).isEmpty();
        }
    }

    /** A file of this module, and not one of the same name in another jar. */
    private static InputStream resource(String name) throws IOException {
        String own = JdbcStoreProvider.class.getName().replace('.', '/') + ".class";
        URL found = Objects.requireNonNull(JdbcStoreProvider.class.getResource("/" + own));
        return URI.create(found.toString().replace(own, name)).toURL().openStream();
    }

    private String url() {
        return "jdbc:h2:" + dir.resolve("db");
    }

    private static void assertRefused(String url, String reason) {
        RegistrySetupException refusal = catchThrowableOfType(
                RegistrySetupException.class, () -> JdbcStores.open(url).close());
        assertThat(refusal).as(url).hasMessageContaining(reason);
        assertThat(refusal.getMessage()).doesNotContain("PASSWORD", "canary2", "canary@");
        assertThat(refusal).hasNoCause().hasNoSuppressedExceptions();
    }

    private static void assertSilent(Throwable failure) {
        assertThat(failure.toString()).doesNotContain("canary");
        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
    }
}

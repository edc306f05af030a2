package io.connreg.examples.sweep;

import com.google.crypto.tink.Aead;
import io.connreg.core.MemoryStoreProvider;
import io.connreg.file.FileStores;
import io.connreg.file.OpeningProgress;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AuditListener;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.TargetPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** What a parameter's type does not tell. A new parameter of an odd kind is to be added here. */
final class RestArguments {
    private final Witness witness;
    private final Path folder;

    RestArguments(Witness witness, Path folder) {
        this.witness = witness;
        this.folder = folder;
    }

    Arguments of(Examiner examiner) {
        Path stored = stored();
        Supplier<Object> h2 = RestArguments::h2Url;
        return new Arguments(examiner)
                .typed(Path.class, this::newPath)
                .typed(Aead.class, Talkers.KeyService::new)
                .typed(AccessPolicy.class, () -> witness.of(AccessPolicy.class, AccessPolicy.strict()))
                .typed(ConnectionProbe.class, () -> witness.of(ConnectionProbe.class, new Talkers.Probe(witness)))
                .typed(AuditListener.class, () -> witness.of(AuditListener.class, event -> {}))
                .typed(TargetPolicy.class, () -> witness.of(TargetPolicy.class, TargetPolicy.strict()))
                .typed(ConnectionStore.class, () -> new MemoryStoreProvider().open("memory:"))
                .typed(OpeningProgress.class, () -> witness.of(OpeningProgress.class, (bytes, ofBytes) -> {}))
                .typed(DataSource.class, RestArguments::source)
                .named("Secret.ofUtf8.text", () -> Canaries.PASSWORD.getBytes(StandardCharsets.UTF_8))
                .named("MasterKey.line.line", Canaries::masterKeyLine)
                .named("Registries.open.url", () -> "memory:")
                .named("RegistryBuilder.url.storeUrl", h2)
                .named("MemoryStoreProvider.open.url", () -> "memory:")
                .named("JdbcStoreProvider.open.url", h2)
                .named("JdbcStores.open.url", h2)
                .named("JdbcStores.ddl.url", h2)
                .named("FileStoreProvider.open.url", () -> "file:" + newPath())
                .named("FileStores.salvage.from", () -> stored)
                .named("FileStores.open.directory", this::stored);
    }

    private Path newPath() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** With a store in it, which nobody has open. */
    private Path stored() {
        Path path = newPath();
        FileStores.open(path).close();
        return path;
    }

    private static String h2Url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";USER=app;PASSWORD=" + Canaries.DATABASE_PASSWORD;
    }

    private static DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID());
        source.setUser("app");
        source.setPassword(Canaries.DATABASE_PASSWORD);
        return source;
    }
}

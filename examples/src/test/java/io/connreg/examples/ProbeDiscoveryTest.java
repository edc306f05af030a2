package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.Connections;
import io.connreg.RegistrySetupException;
import io.connreg.ValidationResult.Failure;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.core.RegistryBuilder;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Probes are found where the host's class loader sees them, and come after those that the host names. */
final class ProbeDiscoveryTest {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader usual = thread.getContextClassLoader();

    @TempDir
    private Path folder;

    /** Declared by this test; says that whatever it tests forbids it. */
    public static final class FoundProbe implements ConnectionProbe {
        @Override
        public boolean accepts(ConnectionType type) {
            return type.equals(ConnectionType.CUSTOM);
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            return Optional.of(Failure.FORBIDDEN);
        }
    }

    @BeforeEach
    void aPlugInThatTheHostsClassLoaderSees() throws IOException {
        declare(FoundProbe.class.getName());
        thread.setContextClassLoader(
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual));
    }

    private void declare(String provider) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ConnectionProbe.class.getName()), provider);
    }

    @AfterEach
    void theUsualClassLoader() throws IOException {
        if (thread.getContextClassLoader() instanceof URLClassLoader ours) {
            ours.close();
        }
        thread.setContextClassLoader(usual);
    }

    @Test
    void aDeclaredProbeIsFound() {
        assertThat(test(builder())).isEqualTo(Failure.FORBIDDEN);
    }

    @Test
    void aProbeThatTheHostNamesComesFirst() {
        ConnectionProbe named = new ConnectionProbe() {
            @Override
            public boolean accepts(ConnectionType type) {
                return true;
            }

            @Override
            public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
                return Optional.of(Failure.TLS);
            }
        };
        assertThat(test(builder().probe(named))).isEqualTo(Failure.TLS);
    }

    @Test
    void whereTheHostsClassLoaderSeesNothingTheLibrarysOwnIsAsked() {
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());

        assertThat(test(builder())).isEqualTo(Failure.NO_PROBE);
    }

    @Test
    void aProbeThatIsDeclaredWronglyIsToldWhenTheRegistryIsOpened() throws IOException {
        declare("io.connreg.examples.NoSuchProbe");

        assertThatThrownBy(builder()::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContainingAll("ConnectionProbe", "io.connreg.examples.NoSuchProbe");
    }

    private static RegistryBuilder builder() {
        return Registries.builder().url("memory:").masterKey(MasterKey.line(MasterKey.generate()));
    }

    private static @Nullable Failure test(RegistryBuilder builder) {
        try (ConnectionRegistry registry = builder.open()) {
            Connections alice = registry.actingAs(Person.ALICE.caller());
            return alice.validate("ws-1", CustomSpec.empty()).failure();
        }
    }
}

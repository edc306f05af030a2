package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores are found on the module path as on the class path, and who finds none is told what is there. */
final class ModulePathTest {
    private static final String CORE = "module io.connreg.core";

    @TempDir
    private Path folder;

    @Test
    void onTheModulePathStoresAreFoundAndSecretsOpen() throws IOException, URISyntaxException {
        List<String> modules = List.of("--add-modules", "io.connreg.core,io.connreg.jdbc,io.connreg.file");

        assertThat(onTheModulePath(modules, "memory:", "jdbc:h2:mem:modular", "file:" + folder.resolve("registry")))
                .hasSize(3)
                .containsOnly(CORE + " opened s3cret");
    }

    @Test
    void aRuntimeWithoutFlightRecorderWillDo() throws IOException, URISyntaxException {
        List<String> few = List.of("--add-modules", "io.connreg.core", "--limit-modules", "io.connreg.core");
        List<String> lister = new ArrayList<>(few);
        lister.add("--list-modules");

        assertThat(onTheModulePath(lister))
                .anyMatch(module -> module.startsWith("io.connreg.core"))
                .noneMatch(module -> module.startsWith("jdk.jfr"));
        assertThat(onTheModulePath(few, "memory:")).containsExactly(CORE + " opened s3cret");
    }

    @Test
    void aRecordingThatTheCommandLineAsksForHoldsTheOperations() throws IOException, URISyntaxException {
        Path file = folder.resolve("flight.jfr");
        List<String> options = List.of("--add-modules", "io.connreg.core", "-XX:StartFlightRecording=filename=" + file);

        assertThat(onTheModulePath(options, "memory:")).contains(CORE + " opened s3cret");
        assertThat(RecordingFile.readAllEvents(file).stream()
                        .filter(event -> event.getEventType().getName().equals("io.connreg.Operation"))
                        .map(event -> event.getString("operation")))
                .containsExactly("CREATE", "OPEN");
    }

    @Test
    void aPlugInThatIsNotThereIsMissedInWordsThatHoldNoPassword() throws IOException, URISyntaxException {
        List<String> modules = List.of("--add-modules", "io.connreg.core", "--limit-modules", "io.connreg.core");

        assertThat(onTheModulePath(modules, "jdbc:h2:./data;USER=sa;PASSWORD=canary"))
                .singleElement()
                .asString()
                .startsWith(CORE + " refused: no storage plug-in takes 'jdbc:h2:./data'; found: ")
                .contains("memory:", "module path")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:db2://app:canary@db.internal/registry",
                "jdbc:db2://app:can/ary@db.internal/registry",
                "jdbc:db2://app:can?ary@db.internal/registry",
                "jdbc:db2://app:can@ary@db.internal/registry",
                "jdbc:db2://db.internal/registry?user=app&password=canary",
                "jdbc:sqlserver://db.internal;user=app;password=canary",
                "jdbc:oracle:thin:app/canary@//db.internal:1521/registry",
                "redis://:canary@db.internal",
                "ftp:./data#canary"
            })
    void aUrlThatNobodyTakesIsShownWithoutItsPassword(String url) {
        assertThatThrownBy(() -> Registries.open(url, MasterKey.line(MasterKey.generate())))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContainingAll(
                        "no storage plug-in takes '" + url.substring(0, url.indexOf(':')), "memory:", "jdbc:h2:")
                .hasMessageNotContaining("can");
    }

    /** Everything that this test sees is on the module path there, but for the examples themselves. */
    private static List<String> onTheModulePath(List<String> modules, String... urls)
            throws IOException, URISyntaxException {
        Path tests = Path.of(ModularHost.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String modulePath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith(tests.getParent()))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(List.of("--module-path", modulePath, "-cp", tests.toString()));
        options.addAll(modules);
        try (Child child = Child.run(options, ModularHost.class, urls)) {
            return child.output().lines().toList();
        }
    }
}

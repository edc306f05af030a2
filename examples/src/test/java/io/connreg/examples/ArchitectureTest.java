package io.connreg.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.connreg.Secret;
import io.connreg.spi.ConnectionStore;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules over the whole house: who may know whom, what is hidden, who touches plain text. */
final class ArchitectureTest {
    private static final String API = "io.connreg";
    private static final String[] API_PACKAGES = {API, "io.connreg.spec", "io.connreg.spi"};
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(API)
            .that(not(resideInAnyPackage("io.connreg.examples..", "io.connreg.servers..")));

    @Test
    void allModulesAreLookedAt() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        API,
                        "io.connreg.spec",
                        "io.connreg.spi",
                        "io.connreg.core",
                        "io.connreg.internal",
                        "io.connreg.probe",
                        "io.connreg.wire",
                        "io.connreg.jdbc",
                        "io.connreg.file");
    }

    @Test
    void theApiKnowsTheJdkAndJSpecifyAlone() {
        classes()
                .that()
                .resideInAnyPackage(API_PACKAGES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        API, "io.connreg.spec", "io.connreg.spi", "java..", "org.jspecify.annotations"))
                .check(HOUSE);
    }

    @Test
    void plugInsAndCoreNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("io.connreg.jdbc..", "io.connreg.file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.connreg.core..", "io.connreg.wire..", "io.connreg.internal..", "io.connreg.probe..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.connreg.core..", "io.connreg.wire..", "io.connreg.internal..", "io.connreg.probe..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.connreg.jdbc..", "io.connreg.file..", "java.sql..", "javax.sql..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("io.connreg.file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.connreg.jdbc..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void theEngineDoesNotKnowTheWire() {
        noClasses()
                .that()
                .resideInAPackage("io.connreg.core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.connreg.wire..")
                .check(HOUSE);
    }

    @Test
    void behindTheApiThereAreFewDoors() {
        Set<String> doors = HOUSE.stream()
                .filter(resideInAnyPackage(
                        "io.connreg.core..", "io.connreg.wire..", "io.connreg.jdbc..", "io.connreg.file.."))
                .filter(ArchitectureTest::isPublic)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(doors)
                .containsExactlyInAnyOrder(
                        "Registries",
                        "RegistryBuilder",
                        "MasterKey",
                        "MemoryStoreProvider",
                        "WireAnswer",
                        "WireJson",
                        "JdbcStores",
                        "JdbcOptions",
                        "Durability",
                        "JdbcStoreProvider",
                        "JdbcProbe",
                        "ProbeSockets",
                        "FileStores",
                        "FileStoreProvider",
                        "FileConnectionStore",
                        "OpeningProgress",
                        "CutTail",
                        "SalvageReport",
                        "Loss");
    }

    /** A type within a hidden interface is public in name alone. */
    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
    }

    @Test
    void secretsAreRevealedToBeSealedOnTheWireAndToSignIn() {
        Set<String> callers = HOUSE.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Secret.class)
                        && call.getName().equals("reveal"))
                .map(JavaMethodCall::getOriginOwner)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(callers)
                .containsExactlyInAnyOrder("SecretPadding", "ConnectionWriter", "Authorization", "ProbedKind");
    }

    /** Else it would not end with its run, or go where the host's rule was not asked. */
    @Test
    void probesConnectThroughTheirRunAlone() {
        Set<String> openers = HOUSE.stream()
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isAssignableTo(Socket.class))
                        || type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(URL.class)
                                        || call.getTargetOwner().isEquivalentTo(HttpClient.class)))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(openers).containsExactly("LimitedRun");
    }

    /** So that tests can fail, forget or reorder any of them. */
    @Test
    void aStoreInFilesTouchesFilesThroughItsDiskAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.connreg.file..")
                .and()
                .haveSimpleNameNotStartingWith("Os")
                .and()
                .doNotHaveSimpleName("DirectoryLock")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(HOUSE);
    }

    @Test
    void nobodyWritesToTheConsole() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(HOUSE);
    }

    /**
     * A probe may ignore its deadline, so it has a thread that can be left behind. A store in files has one that writes for
     * all callers, and one that compacts meanwhile. A queued audit listener has one, for the registry's life. Nothing else
     * needs any.
     */
    @Test
    void threeClassesAloneStartThreads() {
        Set<String> starters = HOUSE.stream()
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                                .map(JavaConstructorCall::getTargetOwner)
                                .anyMatch(ArchitectureTest::hasThreads)
                        || type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Executors.class)))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(starters).containsExactlyInAnyOrder("ProbeRunner", "Daemon", "AuditThread");
    }

    private static boolean hasThreads(JavaClass type) {
        return type.isAssignableTo(Thread.class)
                || type.isAssignableTo(ExecutorService.class)
                || type.isAssignableTo(Timer.class);
    }

    /** Else a wrapper would lose what the store below does better than the default. */
    @Test
    void everyStoreImplementsEveryMethodItself() {
        Set<Class<?>> stores = HOUSE.stream()
                .filter(type -> type.isAssignableTo(ConnectionStore.class) && !type.isInterface())
                .map(JavaClass::reflect)
                .collect(Collectors.toSet());

        assertThat(stores).hasSizeGreaterThanOrEqualTo(3);
        for (Class<?> store : stores) {
            assertThat(Stream.of(ConnectionStore.class.getMethods())
                            .filter(method -> !Modifier.isStatic(method.getModifiers()))
                            .filter(method -> !declares(store, method)))
                    .as(store.getSimpleName())
                    .isEmpty();
        }
    }

    private static boolean declares(Class<?> type, Method method) {
        return Stream.of(type.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }
}

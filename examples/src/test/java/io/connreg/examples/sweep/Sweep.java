package io.connreg.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Health;
import io.connreg.KeyUnavailableException;
import io.connreg.RegistryException;
import io.connreg.SecretUnreadableException;
import io.connreg.UnreadableConnectionException;
import io.connreg.ValidationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that can be done with a registry on one store, and the search through all that comes of it. */
final class Sweep {
    /** By the registry itself. */
    private static final String LOGGED = " failed with " + Talkers.ProbeTalk.class.getName();

    private final House house;
    private final Path folder;
    private final Surface surface = Surface.ofAllModules();
    private final Findings findings;
    private final Examiner examiner;
    private final Witness witness;
    private final Instant begin = Instant.now();
    private final List<String> wanted;
    private final Needles signs = new Needles();
    private final Set<String> signsSeen = new TreeSet<>();

    Sweep(House house, Path folder) {
        this.house = house;
        this.folder = folder;
        Sightings sightings = Canaries.sightings();
        if (!house.password().isEmpty()) {
            sightings.of("password of the store", house.password());
        }
        this.wanted = Stream.concat(house.signs().stream(), Stream.of(LOGGED)).toList();
        wanted.forEach(sign -> signs.add(sign, sign.getBytes(StandardCharsets.UTF_8)));
        this.findings = new Findings(sightings);
        this.examiner = new Examiner(surface, findings);
        this.witness = new Witness(surface, examiner, findings);
    }

    /** Fails if anything is seen, or anything was not looked at. Tells how much there was. */
    Map<String, Long> run() throws Throwable {
        String heard;
        try (FlightRecord record = FlightRecord.start();
                Overheard overheard = Overheard.listen()) {
            deeds();
            heard = overheard.text();
            record.look(findings, folder.resolve("record.jfr"));
        }
        look("printed or logged", heard.getBytes(StandardCharsets.UTF_8));
        assertThat(findings.all()).isEmpty();
        assertThat(signsSeen).containsExactlyInAnyOrderElementsOf(wanted);
        findings.count("public methods", surface.size());
        findings.count("public types", surface.types().size());
        return findings.counts();
    }

    private void deeds() throws Throwable {
        Scene scene = new Scene(witness, house.open());
        ConnectionRegistry unwatched = scene.builder(Canaries.masterKey()).open();
        ConnectionRegistry registry = scene.registry(Canaries.masterKey());
        new Usage(registry, scene.impatient(Canaries.masterKey()), scene.probing(Canaries.masterKey())).run();
        new Refusals(witness, unwatched).run();
        new WireDeeds(witness, registry, unwatched).run();
        new KeyDeeds(scene, registry, folder).run();
        new Damage(scene, registry).run();
        search();
        ruin(scene, registry);
        assertThat(failuresNotMet()).isEmpty();
        assertThat(new Rest(surface, examiner, witness, new RestArguments(witness, folder).of(examiner)).call())
                .as("nothing calls these: see RestArguments")
                .isEmpty();
        assertThat(typesNotMet()).isEmpty();
        witness.close();
        search();
    }

    private void ruin(Scene scene, ConnectionRegistry registry) throws InterruptedException {
        Ruins ruins = new Ruins(witness, registry);
        for (Runnable blow : house.blows()) {
            blow.run();
            ruins.ask();
        }
        scene.edits().breakDown();
        ruins.ask();
        registry.close();
        ruins.ask();
    }

    /** The library's exceptions, and reasons, that nothing has brought about: a new one must be. */
    private List<Object> failuresNotMet() {
        Stream<?> exceptions = surface.types().stream()
                .filter(type -> RegistryException.class.isAssignableFrom(type) && examiner.lacks(type));
        Stream<?> constants = Stream.of(
                        KeyUnavailableException.Reason.class,
                        SecretUnreadableException.Reason.class,
                        UnreadableConnectionException.Reason.class,
                        ValidationResult.Failure.class,
                        Health.State.class)
                .flatMap(type -> examiner.notMet(type).stream());
        return Stream.concat(exceptions, constants).<Object>map(what -> what).toList();
    }

    private List<Class<?>> typesNotMet() {
        return surface.types().stream().filter(examiner::lacks).toList();
    }

    private void search() throws IOException {
        for (Path place : house.written()) {
            Files.walkFileTree(place, new Looking(file -> true));
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Files.walkFileTree(
                temporary,
                Set.of(),
                1,
                new Looking(file -> !file.lastModifiedTime().toInstant().isBefore(begin)));
    }

    /** Looks into files, while a server may remove some. */
    private final class Looking extends SimpleFileVisitor<Path> {
        private final Predicate<BasicFileAttributes> which;

        Looking(Predicate<BasicFileAttributes> which) {
            this.which = which;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && which.test(attributes)) {
                try {
                    look(file.getFileName().toString(), Files.readAllBytes(file));
                    findings.count("files", 1);
                } catch (IOException goneOrAnotherUsers) {
                    findings.count("files that could not be read", 1);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            findings.count("files that could not be read", 1);
            return FileVisitResult.CONTINUE;
        }
    }

    private void look(String where, byte[] bytes) {
        findings.look(where, bytes);
        signsSeen.addAll(signs.in(bytes));
    }
}

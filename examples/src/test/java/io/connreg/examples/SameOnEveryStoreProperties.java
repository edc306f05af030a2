package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.core.MasterKey;
import io.connreg.examples.Step.Query;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Whatever people do, one after the other, they are told the same whichever store the host has chosen. */
final class SameOnEveryStoreProperties {
    private final MasterKey masterKey = MasterKey.line(MasterKey.generate());

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void anH2DatabaseInMemoryAnswersAsTheStoreInMemoryDoes(@ForAll("plays") Steps.Play play) {
        compare(play, "jdbc:h2:mem:" + UUID.randomUUID());

        Statistics.label("told")
                .coverage(told -> List.of(
                                "OK",
                                "INVALID_REQUEST",
                                "NOT_FOUND",
                                "NOT_PERMITTED",
                                "NAME_TAKEN",
                                "REVISION_MISMATCH")
                        .forEach(code -> told.check(code).percentage(percent -> percent > 0.5)));
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void anH2FileAnswersAsTheStoreInMemoryDoes(@ForAll("plays") Steps.Play play) throws IOException {
        try (ScratchFolder folder = ScratchFolder.create()) {
            compare(play, folder.h2Url());
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void aDirectoryOfFilesAnswersAsTheStoreInMemoryDoes(@ForAll("plays") Steps.Play play) throws IOException {
        try (ScratchFolder folder = ScratchFolder.create()) {
            compare(play, folder.filesUrl());
        }
    }

    private void compare(Steps.Play play, String url) {
        SteppedClock clock = new SteppedClock();
        try (World memory = new World("memory:", masterKey, clock, play.cached());
                World database = new World(url, masterKey, clock, play.cached())) {
            for (Step step : play.steps()) {
                compare(step, memory, database);
                if (play.timesDiffer()) {
                    clock.step();
                }
            }
            compare(new Step.Reopen(), memory, database);
            compare(new Step.StreamAll(Person.KEEPER, new Query(List.of(), List.of()), true), memory, database);
            for (int number = 0; number < memory.size(); number++) {
                compare(new Step.Open(Person.KEEPER, number, false), memory, database);
            }
        }
    }

    private static void compare(Step step, World memory, World database) {
        String expected = step.in(memory);
        assertThat(step.in(database)).as("%s", step).isEqualTo(expected);
        Statistics.label("told").collect(expected.split(" ", 2)[0]);
    }

    @Provide
    Arbitrary<Steps.Play> plays() {
        return Steps.plays();
    }
}

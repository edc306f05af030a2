package io.connreg.examples;

import io.connreg.examples.KeyLife.Deed;
import io.connreg.examples.KeyLife.Kind;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever two registries do with keys and connections: a secret that was acknowledged opens until its connection is deleted,
 * no key is destroyed that one hangs on, and keys move along their arrows.
 */
final class KeyLifeProperties {

    @Property(tries = 120, edgeCases = EdgeCasesMode.NONE)
    void inMemory(@ForAll("deeds") List<Deed> deeds) {
        live(SharedStore.Kind.MEMORY, deeds);

        Statistics.label("deeds")
                .coverage(told -> List.of(
                                "ROTATE done",
                                "CANCELLED_RESEAL done",
                                "RETIRE done",
                                "RETIRE refused",
                                "DESTROY done",
                                "DESTROY refused")
                        .forEach(said -> told.check(said).percentage(percent -> percent > 0.5)));
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void onH2(@ForAll("deeds") List<Deed> deeds) {
        live(SharedStore.Kind.H2, deeds);
    }

    private static void live(SharedStore.Kind kind, List<Deed> deeds) {
        try (KeyLife life = new KeyLife(kind.get())) {
            deeds.forEach(deed -> Statistics.label("deeds").collect(life.run(deed)));
        }
    }

    /** Single deeds and, as random ones hardly ever do, whole lives of keys. */
    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Deed> one = Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 20), Arbitraries.of(0, 1))
                .as(Deed::new);
        Arbitrary<List<Deed>> whole = Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(0, 1).list().ofSize(6))
                .as(KeyLifeProperties::wholeLife);
        return Arbitraries.frequencyOf(Tuple.of(12, one.map(List::of)), Tuple.of(1, whole))
                .list()
                .ofMinSize(15)
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(parts -> parts.stream().flatMap(List::stream).toList());
    }

    private static List<Deed> wholeLife(int number, List<Integer> sides) {
        List<Kind> kinds = List.of(Kind.ROTATE, Kind.RESEAL, Kind.RETIRE, Kind.WAIT, Kind.WAIT, Kind.DESTROY);
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> new Deed(kinds.get(i), number, sides.get(i)))
                .toList();
    }
}

package io.connreg.examples;

import io.connreg.ConnectionType;
import io.connreg.ListConnections;
import io.connreg.ModelType;
import io.connreg.UpdateConnection;
import io.connreg.examples.Step.Expected;
import io.connreg.examples.Step.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Any {@link Step}, and lists of them. */
final class Steps {
    private static final Arbitrary<Person> PEOPLE = Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(Person.ALICE)), Tuple.of(4, Arbitraries.of(Person.class)));
    private static final Arbitrary<Integer> NUMBERS = Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.integers().between(0, 15)), Tuple.of(1, Arbitraries.of(-1, -2)));
    private static final Arbitrary<Boolean> SIDES = Arbitraries.of(true, false);
    private static final Arbitrary<Expected> EXPECTED = Arbitraries.of(Expected.class);

    private Steps() {}

    /**
     * Steps one after the other.
     *
     * @param timesDiffer whether no two connections are created at the same time; if some are, ids decide where pages
     *     end
     */
    static Arbitrary<List<Step>> sequences(boolean timesDiffer) {
        Arbitrary<Step> writes =
                Arbitraries.frequencyOf(Tuple.of(5, creates()), Tuple.of(5, updates()), Tuple.of(2, deletes()));
        Arbitrary<Step> walks = walks(timesDiffer ? writes.optional(0.5) : Arbitraries.just(Optional.empty()));
        return Arbitraries.frequencyOf(
                        Tuple.of(24, writes),
                        Tuple.of(3, gets()),
                        Tuple.of(3, getsByName()),
                        Tuple.of(4, opens()),
                        Tuple.of(5, walks),
                        Tuple.of(2, timesDiffer ? jumps() : gets()),
                        Tuple.of(2, streams()),
                        Tuple.of(1, Arbitraries.create(Step.Reopen::new)))
                .list()
                .ofMinSize(40)
                .ofMaxSize(100)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Step> creates() {
        return Combinators.combine(PEOPLE, Contents.creations(), SIDES).as(Step.Create::new);
    }

    private static Arbitrary<Step> gets() {
        return Combinators.combine(PEOPLE, NUMBERS, SIDES).as(Step.Get::new);
    }

    private static Arbitrary<Step> getsByName() {
        return Combinators.combine(PEOPLE, Contents.WORKSPACES.optional(0.7), Contents.NAMES, SIDES)
                .as(Step.GetByName::new);
    }

    private static Arbitrary<Step> opens() {
        return Combinators.combine(PEOPLE, NUMBERS, SIDES).as(Step.Open::new);
    }

    private static Arbitrary<Step> updates() {
        return Combinators.combine(PEOPLE, NUMBERS, acts().list().ofMinSize(1).ofMaxSize(3), EXPECTED, SIDES)
                .as(Step.Update::new);
    }

    private static Arbitrary<Step> deletes() {
        return Combinators.combine(PEOPLE, NUMBERS, EXPECTED, SIDES).as(Step.Delete::new);
    }

    private static Arbitrary<Step> walks(Arbitrary<Optional<Step>> meanwhile) {
        return Combinators.combine(PEOPLE, queries(), meanwhile, SIDES).as(Step.Walk::new);
    }

    private static Arbitrary<Step> jumps() {
        Arbitrary<Step> elsewhere =
                Combinators.combine(PEOPLE, queries(), queries(), SIDES).as(Step.GoOnElsewhere::new);
        Arbitrary<Step> inOtherPages = Combinators.combine(PEOPLE, queries(), SIDES)
                .as((person, query, second) -> new Step.GoOnElsewhere(person, query, query, second));
        return Arbitraries.oneOf(elsewhere, inOtherPages);
    }

    private static Arbitrary<Step> streams() {
        return Combinators.combine(PEOPLE, queries(), SIDES).as(Step.StreamAll::new);
    }

    private static Arbitrary<Said<UnaryOperator<UpdateConnection>>> acts() {
        return Arbitraries.oneOf(List.of(
                Contents.NAMES.map(name -> act("rename to " + name, update -> update.rename(name))),
                Contents.ACCESSIBILITIES.map(who -> act("make " + who, update -> update.accessibility(who))),
                Contents.DESCRIPTIONS.map(text -> act("describe", update -> update.description(text))),
                Combinators.combine(Contents.CONFIG_KEYS, Contents.CONFIGS)
                        .as((key, value) -> act("config " + key + "=" + value, u -> u.setConfig(key, value))),
                Contents.CONFIG_KEYS.map(key -> act("no config " + key, update -> update.removeConfig(key))),
                Arbitraries.maps(Contents.CONFIG_KEYS, Contents.CONFIGS)
                        .ofMaxSize(3)
                        .map(configs -> act("configs " + configs, update -> update.replaceConfigs(configs))),
                Combinators.combine(Contents.SECRET_KEYS, Contents.SECRETS)
                        .as((key, value) -> act("secret " + key, update -> update.setSecret(key, value))),
                Contents.SECRET_KEYS.map(key -> act("no secret " + key, update -> update.clearSecret(key))),
                Contents.MODEL_LISTS.map(models -> act("models " + models, update -> update.models(models))),
                Contents.METAS.map(meta -> act(meta.toString(), update -> update.resourceMeta(meta))),
                Arbitraries.of("alice", "bob", "", "nobody\u0000")
                        .map(user -> act("give to " + user, update -> update.transferTo(user)))));
    }

    private static Said<UnaryOperator<UpdateConnection>> act(String words, UnaryOperator<UpdateConnection> act) {
        return new Said<>(words, act);
    }

    private static Arbitrary<Query> queries() {
        return Combinators.combine(
                        filters().list().ofMaxSize(3),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(List.<Integer>of())),
                                Tuple.of(1, NUMBERS.list().ofMaxSize(5))))
                .as(Query::new);
    }

    private static Arbitrary<Said<UnaryOperator<ListConnections>>> filters() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, pages()),
                Tuple.of(2, one("total", ListConnections::withTotal)),
                Tuple.of(3, one("oldest first", ListConnections::oldestFirst)),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                        "O",
                                        "RD",
                                        "ss",
                                        "i\u0307",
                                        "%",
                                        "_",
                                        "'",
                                        "e\u0301",
                                        "",
                                        "\uD83D\uDD11",
                                        "\uDD11")
                                .map(part -> filter("name " + part, list -> list.nameContains(part)))),
                Tuple.of(
                        1,
                        Contents.TYPES
                                .list()
                                .ofMaxSize(2)
                                .map(types -> filter(
                                        "types " + types,
                                        list -> list.types(
                                                types.stream().distinct().toArray(ConnectionType[]::new))))),
                Tuple.of(1, Contents.MODELS.map(model -> filter("model " + model, list -> list.model(model)))),
                Tuple.of(
                        1,
                        Contents.MODEL_TYPES
                                .list()
                                .ofMaxSize(2)
                                .map(types -> filter(
                                        "models " + types,
                                        list -> list.modelTypes(
                                                types.stream().distinct().toArray(ModelType[]::new))))),
                Tuple.of(1, SIDES.map(calls -> filter("tools " + calls, list -> list.toolCall(calls)))),
                Tuple.of(
                        1,
                        Arbitraries.of("alice", "bob", "Alice", "zo\u00EB")
                                .map(user -> filter("of " + user, list -> list.creator(user)))),
                Tuple.of(1, Contents.ACCESSIBILITIES.map(who -> filter("" + who, list -> list.accessibility(who)))));
    }

    private static Arbitrary<Said<UnaryOperator<ListConnections>>> pages() {
        return Arbitraries.frequencyOf(
                        Tuple.of(30, Arbitraries.of(1, 2, 3, 4, 7, 1_000)), Tuple.of(1, Arbitraries.of(0, -1, 1_001)))
                .map(size -> filter("pages of " + size, list -> list.pageSize(size)));
    }

    private static Arbitrary<Said<UnaryOperator<ListConnections>>> one(
            String words, UnaryOperator<ListConnections> filter) {
        return Arbitraries.just(filter(words, filter));
    }

    private static Said<UnaryOperator<ListConnections>> filter(String words, UnaryOperator<ListConnections> filter) {
        return new Said<>(words, filter);
    }

    /** Any steps, in worlds of any kind. */
    static Arbitrary<Play> plays() {
        return Combinators.combine(SIDES, SIDES)
                .flatAs((timesDiffer, cached) ->
                        sequences(timesDiffer).map(steps -> new Play(timesDiffer, cached, steps)));
    }

    /** Steps, and the world they are tried in. */
    record Play(boolean timesDiffer, boolean cached, List<Step> steps) {}
}

package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.spi.ConnectionHead;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A ciphertext opens where it was sealed, with all that it is bound to unchanged, and nowhere else. */
final class TamperProperties {
    private final MemoryStore store = new MemoryStore();
    private final SecretSealer sealer =
            new SecretSealer(new KeyRing(store, new SlotSeal(MasterKey.line(MasterKey.generate()), Clock.systemUTC())));

    /** All that a secret is bound to, and its name. */
    record Place(SecretBinding binding, String secretName) {}

    @Property(tries = 300)
    void anyTextOpensWhereItWasSealed(@ForAll("places") Place place, @ForAll("texts") String text) {
        SortedMap<String, SealedSecret> sealed = seal(place, text);

        assertThat(sealer.open(sealed, place.binding(), "open")).containsEntry(place.secretName(), Secret.of(text));
    }

    @Property(tries = 500)
    void nothingOpensInAnyOtherPlace(@ForAll("places") Place sealedAt, @ForAll("places") Place openedAt) {
        SealedSecret sealed = sealOne(sealedAt);
        SortedMap<String, SealedSecret> moved = new TreeMap<>();
        moved.put(openedAt.secretName(), sealed);
        if (!sealedAt.equals(openedAt)) {
            assertThatThrownBy(() -> sealer.open(moved, openedAt.binding(), "open"))
                    .isInstanceOfSatisfying(
                            SecretUnreadableException.class,
                            e -> assertThat(e.reasons())
                                    .containsEntry(openedAt.secretName(), SecretUnreadableException.Reason.TAMPERED));
        }
    }

    @Property(tries = 300)
    void noFlippedBitOpens(@ForAll("places") Place place, @ForAll @IntRange(max = 519) int bit) {
        byte[] bytes = sealOne(place).ciphertext().clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        SortedMap<String, SealedSecret> flipped = new TreeMap<>();
        flipped.put(place.secretName(), SealedSecret.of(bytes));

        assertThatThrownBy(() -> sealer.open(flipped, place.binding(), "open"))
                .isInstanceOf(SecretUnreadableException.class);
    }

    private SortedMap<String, SealedSecret> seal(Place place, String text) {
        SortedMap<String, Secret> secrets = new TreeMap<>();
        secrets.put(place.secretName(), Secret.of(text));
        return sealer.seal(secrets, place.binding()).secrets();
    }

    private SealedSecret sealOne(Place place) {
        return seal(place, "s3cret").values().iterator().next();
    }

    /** From few values, so that two places often differ in one thing only. */
    @Provide
    Arbitrary<Place> places() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "ab", "a|b", "工作");
        Arbitrary<SortedMap<String, String>> configs = Arbitraries.maps(ids, Arbitraries.of("", "a", "b|c"))
                .ofMaxSize(2)
                .map(TreeMap::new);
        Arbitrary<ResourceMeta> metas = Combinators.combine(
                        ids.injectNull(0.7), ids.injectNull(0.7), ids.injectNull(0.7))
                .as(ResourceMeta::new);
        Arbitrary<ConnectionHead> heads = Combinators.combine(
                        ids,
                        ids,
                        ids,
                        Arbitraries.of(ConnectionType.RDS, ConnectionType.CUSTOM),
                        Arbitraries.of(Accessibility.class))
                .as((id, workspace, creator, type, accessibility) ->
                        new ConnectionHead(id, workspace, "n", type, accessibility, creator, 0, 0, 1, 1));
        return Combinators.combine(heads, configs, metas, ids)
                .as((head, entries, meta, name) -> new Place(SecretBinding.of(head, entries, meta), name));
    }

    @Provide
    Arbitrary<String> texts() {
        return HostileText.wellFormed();
    }
}

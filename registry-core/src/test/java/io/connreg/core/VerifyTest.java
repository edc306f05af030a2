package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyUnavailableException;
import io.connreg.KeysReport;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.UnreadableConnection;
import io.connreg.UnreadableConnectionException;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every secret is opened, once, and those that do not open are listed. */
final class VerifyTest {
    private final KeyDesk desk = new KeyDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatOpensIsCountedAndWhatDoesNotIsListedWithTheReason() {
        String tampered = desk.create("tampered");
        String damaged = desk.create("damaged");
        String unread = desk.create("unread");
        desk.keys.rotate();
        desk.create("of the second key");
        desk.alice.create(CreateConnection.of("without a secret", CustomSpec.empty()));
        desk.store.row = row -> new StoredConnection(
                row.head(),
                Map.<String, UnaryOperator<String>>of(
                                tampered, document -> document.replaceFirst("....\"}", "AAA=\"}"),
                                damaged, document -> document.replaceFirst("\"k\":\"", "\"k\":\"!"),
                                unread, document -> "{")
                        .getOrDefault(row.head().id(), UnaryOperator.identity())
                        .apply(row.document()));

        KeysReport report = desk.keys.verify();

        assertThat(report.done()).isEqualTo(1);
        assertThat(report.already()).isEqualTo(1);
        assertThat(report.changedMeanwhile()).isZero();
        assertThat(report.unreadable()).isEqualTo(3);
        assertThat(report.listed())
                .containsExactlyInAnyOrder(
                        new UnreadableConnection(
                                tampered, "ws-1", new TreeMap<>(Map.of("k", Reason.TAMPERED)), Optional.empty()),
                        new UnreadableConnection(
                                damaged, "ws-1", new TreeMap<>(Map.of("k", Reason.CORRUPT)), Optional.empty()),
                        new UnreadableConnection(
                                unread,
                                "ws-1",
                                new TreeMap<>(),
                                Optional.of(UnreadableConnectionException.Reason.DAMAGED)));
    }

    @Test
    void moreThanOneBatchIsWalkedAndTheListenerToldAndObeyed() {
        for (int i = 0; i <= KeyWork.BATCH; i++) {
            desk.create("c-" + i);
        }
        List<KeysReport> progress = new ArrayList<>();

        assertThat(desk.keys.verify(progress::add).done()).isEqualTo(KeyWork.BATCH + 1);
        assertThat(progress).extracting(KeysReport::done).containsExactly(32L, 33L);
        assertThatThrownBy(
                        () -> desk.keys.verify(soFar -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aRowThatIsResealedAndItsKeyDestroyedWhileItIsLookedAtIsReadAgain() {
        String id = desk.create("c");
        desk.create("d");
        KeyId first = desk.primary();
        Runnable[] meanwhile = {
            () -> {
                desk.otherKeys.rotate();
                desk.otherKeys.reseal();
                desk.otherKeys.retire(first);
                desk.clock.forward(KeyDesk.GRACE);
                desk.otherKeys.destroy(first);
                desk.create("makes this process read the keys");
            }
        };
        desk.store.row = row -> {
            Runnable once = meanwhile[0];
            meanwhile[0] = () -> {};
            once.run();
            return row;
        };

        KeysReport report = desk.keys.verify();

        assertThat(report.unreadable()).isZero();
        assertThat(report.changedMeanwhile()).isEqualTo(2);
        desk.assertOpens(id);
    }

    @Test
    void withoutTheKeysThereIsNoVerdict() {
        desk.create("c");
        MasterKey wrong = MasterKey.line(MasterKey.generate());

        assertThatThrownBy(() -> desk.open(wrong).keys().verify()).isInstanceOf(KeyUnavailableException.class);
        assertThatThrownBy(() -> desk.open(wrong).keys().reseal()).isInstanceOf(KeyUnavailableException.class);
    }
}

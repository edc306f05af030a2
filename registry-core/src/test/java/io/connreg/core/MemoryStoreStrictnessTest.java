package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other stores may take and this one does not. */
final class MemoryStoreStrictnessTest {
    private static final SampleRow ROW = SampleRow.of("one");

    private final ConnectionStore store = new MemoryStore();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anInsertIsOfRowVersionAndRevisionOne() {
        refusesInsert(ROW.resealed().write(), "row version 1");
        refusesInsert(with(ROW, head(ROW.head(), 0, 2, 1)), "revision 1");
    }

    @Test
    void aReplacementIsOfRowVersionTwoOrMore() {
        insert();
        refusesReplacement(ROW.write(), "row version 2 or more");
    }

    @Test
    void aReplacementKeepsTheRevisionOrIsOneMore() {
        insert();
        refusesReplacement(with(ROW, head(ROW.head(), 0, 3, 2)), "keep revision 1 or be one more, is 3");
        refusesReplacement(with(ROW, head(ROW.head(), 0, 0, 2)), "keep revision 1 or be one more, is 0");
    }

    @Test
    void aReplacementKeepsWorkspaceTypeAndTimeOfCreation() {
        insert();
        refusesReplacement(ROW.next().in("ws-2").write(), "workspace");
        refusesReplacement(ROW.next().type(ConnectionType.RDS.value()).write(), "type");
        refusesReplacement(ROW.next().createdLater(1).write(), "time of creation");
    }

    @Test
    void aRowIsNotModifiedBeforeItWasCreated() {
        refusesInsert(with(ROW, head(ROW.head(), -2, 1, 1)), "modified before it was created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anIdIsNotBlank(String id) {
        refusesInsert(SampleRow.of(id).named("name").write(), "id must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0", "\ud83d", "\ude00\ud83d", "\ud83dx"})
    void aTextIsWellFormedWithoutNul(String text) {
        refusesInsert(ROW.document(text).write(), "the document must hold no NUL and no unpaired surrogate");
        refusesInsert(ROW.named(text).write(), "the name must hold no NUL");
        refusesInsert(ROW.in(text).write(), "the workspace must hold no NUL");
    }

    @Test
    void aDocumentHasAMebibyteAtMost() {
        refusesInsert(ROW.document("x".repeat(1024 * 1024 + 1)).write(), "1 MiB");
        refusesInsert(ROW.document("\u00e9".repeat(512 * 1024) + "x").write(), "1 MiB");
    }

    @Test
    void aKeySealsAtLeastOneSecret() {
        IndexTerms terms = new IndexTerms("name", List.of(), Map.of(new KeyId(1), 0));
        refusesInsert(new ConnectionWrite(ROW.stored(), terms, SlotGuard.NONE), "00000001 has 0");
    }

    @Test
    void aGuardIsNotNewerThanTheSlot() {
        refusesInsert(ROW.write(new SlotGuard(1)), "slot version 1, which was never stored");
        insert();
        refusesReplacement(ROW.next().write(new SlotGuard(1)), "slot version 1, which was never stored");
    }

    @Test
    void aSlotIsOfVersionOneOrMoreAndNotTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.replaceSlot(new KeySlot(0, "content")))
                .withMessageContaining("version 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.replaceSlot(new KeySlot(1, "x".repeat(64 * 1024 + 1))))
                .withMessageContaining("64 KiB");
        assertThat(store.slot()).isEmpty();
    }

    private void insert() {
        assertThat(store.insert(ROW.write())).isEqualTo(WriteOutcome.DONE);
    }

    private void refusesInsert(ConnectionWrite write, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.insert(write))
                .withMessageContaining(why);
        assertThat(store.scan("", 10)).isEmpty();
    }

    private void refusesReplacement(ConnectionWrite write, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.replace(write))
                .withMessageContaining(why);
        assertThat(store.find("one")).contains(ROW.stored());
    }

    /** A head with other times and numbers. */
    static ConnectionHead head(ConnectionHead head, long modifiedLater, long revision, long rowVersion) {
        return new ConnectionHead(
                head.id(),
                head.workspaceId(),
                head.name(),
                head.type(),
                head.accessibility(),
                head.creator(),
                head.createdMicros(),
                head.modifiedMicros() + modifiedLater,
                revision,
                rowVersion);
    }

    private static ConnectionWrite with(SampleRow row, ConnectionHead head) {
        return new ConnectionWrite(new StoredConnection(head, row.stored().document()), row.terms(), SlotGuard.NONE);
    }
}

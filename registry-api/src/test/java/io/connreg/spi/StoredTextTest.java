package io.connreg.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plug-in logs by accident: neither sealed secrets nor wrapped keys. */
final class StoredTextTest {
    private static final String STORED = "sealed-s3cret";

    @Test
    void aRowDoesNotPrintItsDocument() {
        ConnectionHead head = new ConnectionHead(
                "conn-1", "ws-1", "orders", ConnectionType.RDS, Accessibility.PRIVATE, "alice", 0, 0, 1, 1);
        StoredConnection row = new StoredConnection(head, STORED);
        ConnectionWrite write = new ConnectionWrite(row, new IndexTerms("orders", List.of(), Map.of()), SlotGuard.NONE);

        assertThat(row.toString()).contains("conn-1", "13 characters").doesNotContain(STORED);
        assertThat(write.toString()).contains("conn-1").doesNotContain(STORED);
    }

    @Test
    void aKeySlotDoesNotPrintItsContent() {
        assertThat(new KeySlot(3, STORED)).hasToString("KeySlot(version 3, content of 13 characters)");
    }
}

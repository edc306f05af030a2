package io.connreg.jdbc;

import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** The one row of {@code connreg_slot}. */
final class SlotRow {
    private SlotRow() {}

    static Optional<KeySlot> find(Handle handle) {
        return Sql.of("select version, content from connreg_slot")
                .first(handle, (row, context) -> new KeySlot(row.getLong(1), row.getString(2)));
    }

    static WriteOutcome replace(Handle handle, KeySlot next) {
        return next.version() == 1 ? insert(handle, next) : update(handle, next);
    }

    private static WriteOutcome insert(Handle handle, KeySlot first) {
        try {
            Sql.of("insert into connreg_slot (slot, version, content) values (1, 1, ?)", Bound.chars(first.content()))
                    .update(handle);
            return WriteOutcome.DONE;
        } catch (JdbiException e) {
            if (SqlFailures.isDuplicate(e)) {
                return WriteOutcome.SLOT_CHANGED;
            }
            throw e;
        }
    }

    private static WriteOutcome update(Handle handle, KeySlot next) {
        int rows = Sql.of(
                        "update connreg_slot set version = ?, content = ? where version = ?",
                        Bound.number(next.version()),
                        Bound.chars(next.content()),
                        Bound.number(next.version() - 1))
                .update(handle);
        return rows > 0 ? WriteOutcome.DONE : WriteOutcome.SLOT_CHANGED;
    }
}

package io.connreg.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;

/** What the registry never asks of a store unless it has a bug; each is an {@link IllegalArgumentException}. */
final class MemoryChecks {
    private static final int LARGEST_DOCUMENT = 1024 * 1024;
    private static final int LARGEST_SLOT = 64 * 1024;

    private MemoryChecks() {}

    static void insertable(ConnectionWrite write) {
        wellFormed(write);
        ConnectionHead head = write.head();
        check(head.rowVersion() == 1, "an inserted row must be of row version 1, is " + head.rowVersion());
        check(head.revision() == 1, "an inserted row must be of revision 1, is " + head.revision());
    }

    static void replacing(ConnectionWrite write) {
        wellFormed(write);
        long rowVersion = write.head().rowVersion();
        check(rowVersion > 1, "a replacement must be of row version 2 or more, is " + rowVersion);
    }

    /** Whether the one may take the place of the other, its row version apart. */
    static void follows(ConnectionHead old, ConnectionHead next) {
        check(
                next.revision() == old.revision() || next.revision() == old.revision() + 1,
                "a replacement must keep revision " + old.revision() + " or be one more, is " + next.revision());
        check(next.workspaceId().equals(old.workspaceId()), "a replacement must not change the workspace");
        check(next.type().equals(old.type()), "a replacement must not change the type");
        check(next.createdMicros() == old.createdMicros(), "a replacement must not change the time of creation");
    }

    static void guard(SlotGuard guard, long slotVersion) {
        check(
                guard.version() <= slotVersion,
                "a write is guarded by slot version " + guard.version() + ", which was never stored");
    }

    static void slot(KeySlot next) {
        check(next.version() >= 1, "a slot must be of version 1 or more, is " + next.version());
        check(text("slot's content", next.content()) <= LARGEST_SLOT, "a slot must have at most 64 KiB in UTF-8");
    }

    static void limit(int limit) {
        check(limit >= 1, "the limit must be at least 1, is " + limit);
    }

    private static void wellFormed(ConnectionWrite write) {
        ConnectionHead head = write.head();
        check(!head.id().isBlank(), "an id must not be blank");
        check(head.modifiedMicros() >= head.createdMicros(), "a row must not be modified before it was created");
        text("id", head.id());
        text("workspace", head.workspaceId());
        text("name", head.name());
        text("type", head.type().value());
        text("creator", head.creator());
        check(
                text("document", write.row().document()) <= LARGEST_DOCUMENT,
                "a document must have at most 1 MiB in UTF-8");
        IndexTerms terms = write.terms();
        text("folded name", terms.foldedName());
        terms.secretsByKey()
                .forEach((key, secrets) ->
                        check(secrets >= 1, "a key must seal at least one secret, " + key + " has " + secrets));
    }

    /** Its length in UTF-8. */
    private static int text(String what, String value) {
        boolean storable = value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        check(storable, "the " + what + " must hold no NUL and no unpaired surrogate");
        return value.getBytes(UTF_8).length;
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}

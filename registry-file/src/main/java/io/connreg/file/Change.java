package io.connreg.file;

import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.MISSING;
import static io.connreg.spi.WriteOutcome.NAME_TAKEN;
import static io.connreg.spi.WriteOutcome.REVISION_MISMATCH;
import static io.connreg.spi.WriteOutcome.SLOT_CHANGED;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;

/** One thing that a caller wants changed. Its line is made by the caller's thread; the writer does the rest. */
sealed interface Change {
    /** What is changed, or looked at: ids, names, the slot. Equal ones are the same thing. */
    sealed interface Subject {
        record Id(String id) implements Subject {}

        record Name(String workspaceId, String name) implements Subject {
            static Name of(ConnectionHead head) {
                return new Name(head.workspaceId(), head.name());
            }
        }

        record Slot() implements Subject {}
    }

    /** The line that says it. */
    Lines.Written line();

    /** What this would change, as memory is. */
    List<Subject> changes(Memory memory);

    /** Whether what this is judged by besides is the slot. */
    default boolean asksForSlot() {
        return false;
    }

    /** Changes nothing; anything but DONE is the answer. An exception is the caller's. */
    WriteOutcome judge(Memory memory);

    /** Does it in memory, after its line is on disk. */
    void apply(Memory memory, Place place);

    /** Stores a new row. */
    record Insert(ConnectionHead head, IndexTerms terms, SlotGuard guard, Lines.Written line) implements Change {
        static Insert of(ConnectionWrite write, Shared shared) {
            ConnectionHead head = shared.head(write.head());
            return new Insert(head, shared.terms(write.terms(), head), write.guard(), Lines.put(write));
        }

        @Override
        public List<Subject> changes(Memory memory) {
            return List.of(new Subject.Id(head.id()), Subject.Name.of(head));
        }

        @Override
        public boolean asksForSlot() {
            return guard.version() != SlotGuard.NONE.version();
        }

        @Override
        public WriteOutcome judge(Memory memory) {
            if (head.rowVersion() != 1) {
                throw new IllegalArgumentException("an inserted row must be of row version 1, is " + head.rowVersion());
            }
            if (memory.row(head.id()) != null) {
                throw new StorageException("Could not insert connection '" + head.id()
                        + "': the id is in use. Nothing was written; insert it under a new one.");
            }
            if (memory.byName(head.workspaceId(), head.name()) != null) {
                return NAME_TAKEN;
            }
            return guard.allows(memory.slotVersion()) ? DONE : SLOT_CHANGED;
        }

        @Override
        public void apply(Memory memory, Place place) {
            memory.put(new Row(head, terms, place));
        }
    }

    /** Puts a row in the place of the one that has a row version less. */
    record Replace(ConnectionHead head, IndexTerms terms, SlotGuard guard, Lines.Written line) implements Change {
        static Replace of(ConnectionWrite write, Shared shared) {
            ConnectionHead head = shared.head(write.head());
            return new Replace(head, shared.terms(write.terms(), head), write.guard(), Lines.put(write));
        }

        @Override
        public List<Subject> changes(Memory memory) {
            List<Subject> subjects = new ArrayList<>(List.of(new Subject.Id(head.id()), Subject.Name.of(head)));
            Row old = memory.row(head.id());
            if (old != null) {
                subjects.add(Subject.Name.of(old.head()));
            }
            return subjects;
        }

        @Override
        public boolean asksForSlot() {
            return guard.version() != SlotGuard.NONE.version();
        }

        @Override
        public WriteOutcome judge(Memory memory) {
            Row old = memory.row(head.id());
            if (old == null) {
                return MISSING;
            }
            if (old.head().rowVersion() != head.rowVersion() - 1) {
                return REVISION_MISMATCH;
            }
            if (!old.head().workspaceId().equals(head.workspaceId())
                    || old.head().createdMicros() != head.createdMicros()) {
                throw new IllegalArgumentException(
                        "a replacement must not change the workspace or the time of creation");
            }
            Entry named = memory.byName(head.workspaceId(), head.name());
            if (named != null && !named.id().equals(head.id())) {
                return NAME_TAKEN;
            }
            return guard.allows(memory.slotVersion()) ? DONE : SLOT_CHANGED;
        }

        @Override
        public void apply(Memory memory, Place place) {
            memory.put(new Row(head, terms, place));
        }
    }

    /** Removes a row. */
    record Delete(String id, long rowVersion, Lines.Written line) implements Change {
        static Delete of(String id, long rowVersion) {
            return new Delete(id, rowVersion, new Lines.Written(Lines.delete(id, rowVersion), 0));
        }

        @Override
        public List<Subject> changes(Memory memory) {
            Row old = memory.row(id);
            return old == null ? List.of(new Subject.Id(id)) : List.of(new Subject.Id(id), Subject.Name.of(old.head()));
        }

        @Override
        public WriteOutcome judge(Memory memory) {
            Row old = memory.row(id);
            if (old == null) {
                return MISSING;
            }
            return old.head().rowVersion() == rowVersion ? DONE : REVISION_MISMATCH;
        }

        @Override
        public void apply(Memory memory, Place place) {
            memory.delete(id);
            memory.addDead(place.length());
        }
    }

    /** Puts a slot in the place of the one that has a version less. */
    record ReplaceSlot(KeySlot next, Lines.Written line) implements Change {
        static ReplaceSlot of(KeySlot next) {
            return new ReplaceSlot(next, new Lines.Written(Lines.slot(next), 0));
        }

        @Override
        public List<Subject> changes(Memory memory) {
            return List.of(new Subject.Slot());
        }

        @Override
        public WriteOutcome judge(Memory memory) {
            return next.version() == memory.slotVersion() + 1 ? DONE : SLOT_CHANGED;
        }

        @Override
        public void apply(Memory memory, Place place) {
            memory.put(new Memory.PlacedSlot(next, place));
        }
    }
}

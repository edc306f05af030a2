package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.util.List;
import java.util.Map;

/** What a power loss left opens, holds what it may hold, and goes on holding it; what is written then survives the next. */
final class Aftermath {
    private static final SampleRow AFTER = SampleRow.of("after");

    private Aftermath() {}

    /** What was found. */
    static Contents of(Map<String, String> files) {
        MemoryDisk disk = new MemoryDisk(files);
        Contents found = killed(disk, store -> {});
        Contents again = killed(disk, store -> {
            assertThat(store.cutTail()).isEmpty();
            assertThat(store.insert(AFTER.write())).isEqualTo(WriteOutcome.DONE);
        });
        assertThat(again).isEqualTo(found.with(AFTER));
        Map<String, String> sure = Durability.of(disk).with(List.of());
        assertThat(killed(new MemoryDisk(sure), store -> {})).isEqualTo(again);
        return found;
    }

    private interface Use {
        void of(FileConnectionStore store);
    }

    /** What a process saw that was then killed. */
    private static Contents killed(MemoryDisk disk, Use use) {
        Fuse fuse = Fuse.never();
        try (FileConnectionStore store =
                FileConnectionStore.open(new HookedDisk(disk, fuse), Folder.NEVER_COMPACTED, (bytes, ofBytes) -> {})) {
            use.of(store);
            Contents contents = Contents.of(store);
            fuse.blow();
            return contents;
        }
    }
}

package io.connreg.file;

import io.connreg.Accessibility;
import io.connreg.KeyId;
import io.connreg.spi.KeySlot;
import io.connreg.testkit.SampleRow;
import java.nio.file.Path;
import java.util.List;

/** What is in the samples of stores; run, it makes one in the directory it is given: for a new format, and never again. */
final class SampleStore {
    static final KeyId KEY = new KeyId(0xCAFE0001);
    static final KeySlot SLOT = new KeySlot(2, "{\"format\":1,\"keys\":[\"\ud83d\ude00\"]}\n");
    static final SampleRow PLAIN = SampleRow.of("conn-plain")
            .type("RDSConnection")
            .createdLater(2)
            .document("{\"format\":1,\"configs\":{\"host\":\"db.internal\"},\"new\":[1.50,{}]}");
    static final SampleRow ODD = SampleRow.of("conn-odd")
            .in("zo\u00e9 \ud83d\ude00")
            .named("\"quoted\" \\ \u2028")
            .accessibility(Accessibility.PUBLIC)
            .creator("b\u00f8b")
            .createdLater(1)
            .model("qwen", "LLM", true)
            .model(null, null, false)
            .sealed(KEY, 3)
            .sealed(new KeyId(1), 1)
            .document("no JSON\r\n\u0001 \ud83d\ude00");
    static final SampleRow RENAMED =
            SampleRow.of("conn-renamed").next().named("renamed").document("{}");
    /** In order of their ids. */
    static final List<SampleRow> ROWS = List.of(ODD, PLAIN, RENAMED);

    private SampleStore() {}

    public static void main(String[] arguments) {
        Folder folder = new Folder(Path.of(arguments[0]));
        try (FileConnectionStore store = folder.open(Folder.SMALL)) {
            store.replaceSlot(new KeySlot(1, "first"));
            store.insert(PLAIN.write());
            store.insert(SampleRow.of("conn-renamed").write());
            store.insert(SampleRow.of("conn-deleted").write());
            SampleRow busy = SampleRow.of("conn-busy");
            store.insert(busy.write());
            while (folder.names().stream().noneMatch(name -> name.startsWith("snapshot"))) {
                busy = busy.next();
                store.replace(busy.write());
                store.awaitCompaction();
            }
            store.insert(ODD.write());
            store.replace(RENAMED.write());
            store.delete("conn-deleted", 1);
            store.delete("conn-busy", busy.head().rowVersion());
            store.replaceSlot(SLOT);
        }
    }
}

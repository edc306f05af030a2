package io.connreg.file;

import io.connreg.KeyId;
import io.connreg.testkit.SampleRow;
import java.util.Arrays;

/** Some of all that a store is asked for: segments fill up, snapshots are taken, it is closed, killed and opened again. */
final class Workload {
    private Workload() {}

    static void run(Session session) {
        SampleRow[] rows = begin(session);
        session.close();
        session.open();
        rows = churn(session, rows, 5);
        session.slot("{\"keys\":[1,2]}");
        session.kill();
        session.open();
        churn(session, rows, 4);
        session.delete("row-1");
        session.close();
    }

    /** Each kind of write, in one process. */
    static SampleRow[] begin(Session session) {
        session.open();
        session.slot("{\"keys\":[1]}");
        SampleRow[] rows = new SampleRow[4];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = SampleRow.of("row-" + i).sealed(new KeyId(-1), 1 + i).model("m", "LLM", true);
            session.insert(rows[i]);
        }
        session.insert(SampleRow.of("other").in("ws-2").document("not JSON,\nand \ud83d\ude00 in it"));
        session.delete("row-2");
        rows[2] = SampleRow.of("row-2").document("{\"anew\":true}");
        session.insert(rows[2]);
        SampleRow given = rows[0].next().named("given");
        SampleRow taken = rows[1].next().named("name of row-0");
        rows[0] = given.next();
        rows[1] = taken;
        session.replace(given, taken, rows[0]);
        session.insert(SampleRow.of("large").document("{\"large\":\"" + "x".repeat(1_400) + "\"}"));
        return rows;
    }

    /** Batches of all rows, until much is not true any more. */
    static SampleRow[] churn(Session session, SampleRow[] rows, int times) {
        SampleRow[] last = rows;
        for (int i = 0; i < times; i++) {
            last = Arrays.stream(last).map(SampleRow::next).toArray(SampleRow[]::new);
            session.replace(last);
        }
        return last;
    }
}

package io.connreg.jdbc;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.StoredConnection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Connections for tests. */
final class Rows {
    static final KeyId KEY = new KeyId(0xCAFE0001);

    private Rows() {}

    static ConnectionWrite row(String id, String name) {
        return row(id, "ws", name, 1);
    }

    static ConnectionWrite row(String id, String workspace, String name, long rowVersion) {
        ConnectionHead head = new ConnectionHead(
                id, workspace, name, ConnectionType.RDS, Accessibility.PUBLIC, "alice", 1_000, 2_000, 7, rowVersion);
        return write(head, List.of(new IndexTerms.Model("qwen", "LLM", true)));
    }

    static ConnectionWrite write(ConnectionHead head, List<IndexTerms.Model> models) {
        IndexTerms terms = new IndexTerms(head.name().toLowerCase(Locale.ROOT), models, Map.of(KEY, 2));
        return new ConnectionWrite(new StoredConnection(head, "{\"of\":\"" + head.id() + "\"}"), terms, SlotGuard.NONE);
    }

    static ConnectionWrite guarded(ConnectionWrite write, long slotVersion) {
        return new ConnectionWrite(write.row(), write.terms(), new SlotGuard(slotVersion));
    }

    static ConnectionWrite withSecrets(ConnectionWrite write, int secrets) {
        IndexTerms terms =
                new IndexTerms(write.terms().foldedName(), write.terms().models(), Map.of(KEY, secrets));
        return new ConnectionWrite(write.row(), terms, write.guard());
    }

    static ConnectionWrite withDocument(ConnectionWrite write, String document) {
        return new ConnectionWrite(new StoredConnection(write.head(), document), write.terms(), write.guard());
    }

    /** The row one version on, under this name. */
    static ConnectionWrite next(ConnectionWrite write, String name) {
        ConnectionHead head = write.head();
        ConnectionWrite next = row(head.id(), head.workspaceId(), name, head.rowVersion() + 1);
        return new ConnectionWrite(next.row(), next.terms(), write.guard());
    }
}

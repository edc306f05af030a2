package io.connreg.testkit;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A row for a store to keep, with every fact given that a test does not care for. Immutable: each verb gives another
 * row.
 */
public final class SampleRow {
    /** Where a row lives unless a test says otherwise. */
    public static final String WORKSPACE = "ws-1";

    /** When a row was created unless a test says otherwise, in microseconds since the epoch. */
    public static final long CREATED = 1_700_000_000_000_000L;

    private final String id;
    private String workspaceId = WORKSPACE;
    private String name;
    private ConnectionType type = ConnectionType.CUSTOM;
    private Accessibility accessibility = Accessibility.PRIVATE;
    private String creator = "alice";
    private long created = CREATED;
    private long revision = 1;
    private long rowVersion = 1;
    private List<IndexTerms.Model> models = List.of();
    private Map<KeyId, Integer> secretsByKey = Map.of();
    private @Nullable String document;

    private SampleRow(String id) {
        this.id = id;
        this.name = "name of " + id;
    }

    /** A row as it is inserted. */
    public static SampleRow of(String id) {
        return new SampleRow(id);
    }

    public SampleRow in(String workspace) {
        return with(row -> row.workspaceId = workspace);
    }

    public SampleRow named(String newName) {
        return with(row -> row.name = newName);
    }

    public SampleRow type(String wireSpelling) {
        return with(row -> row.type = new ConnectionType(wireSpelling));
    }

    public SampleRow accessibility(Accessibility given) {
        return with(row -> row.accessibility = given);
    }

    public SampleRow creator(String userId) {
        return with(row -> row.creator = userId);
    }

    /** Created so many microseconds later than the others. */
    public SampleRow createdLater(long micros) {
        return with(row -> row.created = CREATED + micros);
    }

    /** Offers one more model. */
    public SampleRow model(@Nullable String model, @Nullable String modelType, boolean toolCall) {
        return with(row -> {
            row.models = new ArrayList<>(row.models);
            row.models.add(new IndexTerms.Model(model, modelType, toolCall));
        });
    }

    public SampleRow withoutModels() {
        return with(row -> row.models = List.of());
    }

    /** Holds so many secrets sealed with this key; none if 0. */
    public SampleRow sealed(KeyId key, int secrets) {
        return with(row -> {
            row.secretsByKey = new HashMap<>(row.secretsByKey);
            if (secrets == 0) {
                row.secretsByKey.remove(key);
            } else {
                row.secretsByKey.put(key, secrets);
            }
        });
    }

    public SampleRow document(String text) {
        return with(row -> row.document = text);
    }

    /** The row that may take this one's place, as an update makes it. */
    public SampleRow next() {
        return resealed().with(row -> row.revision++);
    }

    /** The row that may take this one's place, of the same revision, as a rotation of keys makes it. */
    public SampleRow resealed() {
        return with(row -> row.rowVersion++);
    }

    public String id() {
        return id;
    }

    public ConnectionHead head() {
        return new ConnectionHead(
                id,
                workspaceId,
                name,
                type,
                accessibility,
                creator,
                created,
                created + rowVersion,
                revision,
                rowVersion);
    }

    public IndexTerms terms() {
        return new IndexTerms(name.toLowerCase(Locale.ROOT), models, secretsByKey);
    }

    /** What a store must give back. */
    public StoredConnection stored() {
        String text = document != null ? document : "{\"rowVersion\":" + rowVersion + "}";
        return new StoredConnection(head(), text);
    }

    public ConnectionWrite write() {
        return write(SlotGuard.NONE);
    }

    public ConnectionWrite write(SlotGuard guard) {
        return new ConnectionWrite(stored(), terms(), guard);
    }

    @Override
    public String toString() {
        return head().toString();
    }

    private SampleRow with(Consumer<SampleRow> change) {
        SampleRow copy = new SampleRow(id);
        copy.workspaceId = workspaceId;
        copy.name = name;
        copy.type = type;
        copy.accessibility = accessibility;
        copy.creator = creator;
        copy.created = created;
        copy.revision = revision;
        copy.rowVersion = rowVersion;
        copy.models = models;
        copy.secretsByKey = secretsByKey;
        copy.document = document;
        change.accept(copy);
        return copy;
    }
}

package io.connreg.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as one would read it by hand: all columns, and the JSON bound to a record by Jackson. */
record PlainRow(
        String id,
        String workspaceId,
        String name,
        String type,
        String accessibility,
        String creator,
        long createdMicros,
        long modifiedMicros,
        long revision,
        long rowVersion,
        Document document) {
    static final String COLUMNS = "id, workspace_id, name, type, accessibility, creator, created_micros,"
            + " modified_micros, revision, row_version, document";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fields of the stored JSON. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(
            int format,
            @Nullable String description,
            @Nullable Map<String, String> configs,
            @Nullable Map<String, String> secrets,
            @Nullable List<Map<String, Object>> models,
            @Nullable Map<String, String> resourceMeta) {}

    static PlainRow read(ResultSet row) throws SQLException, JsonProcessingException {
        return new PlainRow(
                text(row, 1),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5),
                text(row, 6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                JSON.readValue(row.getString(11), Document.class));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }
}

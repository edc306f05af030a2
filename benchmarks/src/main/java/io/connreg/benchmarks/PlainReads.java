package io.connreg.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads by hand: a connection of a pool, a statement prepared for each call, every column read. */
record PlainReads(DataSource source) {
    private static final String FIND = "select " + PlainRow.COLUMNS + " from connreg_connection where id = ?";
    private static final String FIRST_PAGE = "select " + PlainRow.COLUMNS
            + " from connreg_connection where workspace_id = ?"
            + " order by workspace_id desc, created_micros desc, id desc fetch first ? rows only";

    PlainRow find(String id) throws SQLException, JsonProcessingException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, id.getBytes(StandardCharsets.UTF_8));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return PlainRow.read(rows);
            }
        }
    }

    List<PlainRow> firstPage(String workspaceId, int size) throws SQLException, JsonProcessingException {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST_PAGE)) {
            select.setBytes(1, workspaceId.getBytes(StandardCharsets.UTF_8));
            select.setInt(2, size);
            try (ResultSet rows = select.executeQuery()) {
                List<PlainRow> page = new ArrayList<>();
                while (rows.next()) {
                    page.add(PlainRow.read(rows));
                }
                return page;
            }
        }
    }
}

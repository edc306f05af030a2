package io.connreg.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table in docs/security.md of who may do what. */
final class AccessMatrix {
    private static final String FIRST_COLUMN = "outsider";
    private static final String STRICT = "(strict: ";

    private AccessMatrix() {}

    /**
     * One cell of it.
     *
     * @param operation the row's name
     * @param caller the column's name
     * @param standard the answer under the standard policy
     * @param strict the answer under the strict one
     */
    record Cell(String operation, String caller, String standard, String strict) {}

    static List<Cell> read() throws IOException {
        List<List<String>> rows = Files.readAllLines(Path.of("..", "docs", "security.md")).stream()
                .dropWhile(line -> !line.startsWith("| | " + FIRST_COLUMN))
                .takeWhile(line -> line.startsWith("|"))
                .map(AccessMatrix::cells)
                .toList();
        List<Cell> read = new ArrayList<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                read.add(cell(row.get(0), rows.get(0).get(column), row.get(column)));
            }
        }
        return read;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static Cell cell(String operation, String caller, String text) {
        int strict = text.indexOf(STRICT);
        return strict < 0
                ? new Cell(operation, caller, text, text)
                : new Cell(
                        operation,
                        caller,
                        text.substring(0, strict).strip(),
                        text.substring(strict + STRICT.length(), text.length() - 1));
    }
}

package io.connreg.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A step of the schema. Its statements, in the resource {@code <dialect>/<version>.sql}, may run again after they were
 * cut off anywhere.
 *
 * @param version counted from 1
 * @param oldestUsable the oldest version whose library may still use the schema after this step
 */
record Migration(int version, int oldestUsable) {
    /** All steps, in order. Released ones are never changed. */
    static final List<Migration> ALL = List.of(new Migration(1, 1));

    static int latest() {
        return ALL.get(ALL.size() - 1).version();
    }

    List<String> statements(Dialect dialect) {
        String resource = dialect.scripts() + "/" + version + ".sql";
        try (InputStream file = Objects.requireNonNull(Migration.class.getResourceAsStream(resource), resource)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.connreg.jdbc;

import java.sql.Types;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** What a question mark of a statement stands for. */
final class Bound {
    private Bound() {}

    static Argument number(long value) {
        return (at, statement, context) -> statement.setLong(at, value);
    }

    static Argument flag(boolean value) {
        return (at, statement, context) -> statement.setBoolean(at, value);
    }

    /** Text of a column that is never compared as a whole. */
    static Argument chars(String value) {
        return (at, statement, context) -> statement.setString(at, value);
    }

    /** Text to be compared with what is stored. */
    static Argument sought(String text) {
        byte[] bytes = Utf8.sought(text);
        return (at, statement, context) -> statement.setBytes(at, bytes);
    }

    /** What sorts behind all text that is stored. */
    static Argument behindAll() {
        return (at, statement, context) -> statement.setBytes(at, Utf8.behindAll());
    }

    /** Text to be stored where it is compared. */
    static Argument stored(@Nullable String text) {
        byte[] bytes = Utf8.storedOrNull(text);
        return bytes == null
                ? (at, statement, context) -> statement.setNull(at, Types.VARBINARY)
                : (at, statement, context) -> statement.setBytes(at, bytes);
    }

    /** Values of one kind, for the question marks of one statement. */
    static Argument array(String type, Object... elements) {
        return (at, statement, context) ->
                statement.setArray(at, statement.getConnection().createArrayOf(type, elements));
    }
}

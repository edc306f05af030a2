package io.connreg.jdbc;

import java.sql.Types;
import java.util.Collection;
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

    /** Texts to be compared with what is stored, for {@code = any(?)}. */
    static Argument anyOf(Collection<String> texts) {
        Object[] bytes = texts.stream().map(Utf8::sought).toArray();
        return (at, statement, context) ->
                statement.setArray(at, statement.getConnection().createArrayOf("VARBINARY", bytes));
    }

    /** Text to be stored where it is compared. */
    static Argument stored(@Nullable String text) {
        if (text == null) {
            return (at, statement, context) -> statement.setNull(at, Types.VARBINARY);
        }
        byte[] bytes = Utf8.stored(text);
        return (at, statement, context) -> statement.setBytes(at, bytes);
    }
}

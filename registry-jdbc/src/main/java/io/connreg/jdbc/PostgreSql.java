package io.connreg.jdbc;

import io.connreg.KeyId;
import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** PostgreSQL. */
final class PostgreSql implements Dialect {
    /**
     * The row, its models and its keys in one statement, so in one round trip; none of them if the row is not stored. An
     * error would end the transaction it is in, so a taken name is no error here.
     */
    private static final String INSERT = "with stored as (" + ConnectionWrites.insertStatement("")
            + " on conflict do nothing returning id), models as (insert into connreg_model"
            + " (connection_id, model, model_type, tool_call) select stored.id, offered.* from stored,"
            + " unnest(cast(? as bytea[]), cast(? as bytea[]), cast(? as boolean[])) as offered),"
            + " keys as (insert into connreg_key (connection_id, key_id, secrets) select stored.id, used.* from stored,"
            + " unnest(cast(? as integer[]), cast(? as integer[])) as used)"
            + " select count(*) from stored";

    @Override
    public List<String> urls() {
        return List.of("jdbc:postgresql:");
    }

    @Override
    public List<String> products() {
        return List.of("PostgreSQL");
    }

    @Override
    public String driver() {
        return "org.postgresql:postgresql";
    }

    @Override
    public String scripts() {
        return "postgresql";
    }

    @Override
    public String sessionSetup(JdbcOptions options) {
        return "select set_config('statement_timeout', '"
                + options.statementTimeout().toMillis() + "', false), " + silenceEnds(options, false) + ","
                + " case current_setting('synchronous_commit')"
                + " when 'off' then set_config('synchronous_commit', 'on', false) end";
    }

    @Override
    public String transactionSetup(JdbcOptions options) {
        return "select " + silenceEnds(options, true);
    }

    private static String silenceEnds(JdbcOptions options, boolean inThisTransaction) {
        return "set_config('idle_in_transaction_session_timeout', '"
                + options.longestSilence().toMillis() + "', " + inThisTransaction + ")";
    }

    @Override
    public Flush prepare(Handle handle, Durability durability, String shown) {
        if (setting(handle, "synchronous_commit").equals("off")) {
            throw new RegistrySetupException("Cannot keep a registry in " + shown
                    + ": the server acknowledges before it writes. Let synchronous_commit be on for this user: ALTER ROLE"
                    + " … SET synchronous_commit = on.");
        }
        if (durability == Durability.POWER_LOSS && setting(handle, "fsync").equals("off")) {
            throw new RegistrySetupException("Cannot keep a registry in " + shown
                    + " that survives a power loss: the server runs with fsync = off.");
        }
        return Flush.NONE;
    }

    private static String setting(Handle handle, String name) {
        return Sql.of("select current_setting('" + name + "')")
                .first(handle, (row, context) -> row.getString(1))
                .orElse("");
    }

    @Override
    public WriteOutcome insert(Handle handle, ConnectionWrite write) {
        List<Argument> arguments = ConnectionWrites.insertArguments(this, write);
        List<IndexTerms.Model> models = write.terms().models();
        List<KeyId> keys = List.copyOf(write.terms().secretsByKey().keySet());
        arguments.add(Bound.array("bytea", (Object[])
                models.stream().map(model -> Utf8.storedOrNull(model.model())).toArray(byte[][]::new)));
        arguments.add(Bound.array("bytea", (Object[]) models.stream()
                .map(model -> Utf8.storedOrNull(model.modelType()))
                .toArray(byte[][]::new)));
        arguments.add(Bound.array("boolean", (Object[])
                models.stream().map(IndexTerms.Model::toolCall).toArray(Boolean[]::new)));
        arguments.add(Bound.array(
                "integer", (Object[]) keys.stream().map(KeyId::value).toArray(Integer[]::new)));
        arguments.add(Bound.array("integer", (Object[])
                keys.stream().map(write.terms().secretsByKey()::get).toArray(Integer[]::new)));
        Sql insert = new Sql(INSERT, arguments);
        Optional<WriteOutcome> outcome = Optional.empty();
        while (outcome.isEmpty()) { // what was in the way may be gone when it is looked for
            outcome = insert.number(handle) > 0
                    ? Optional.of(WriteOutcome.DONE)
                    : ConnectionWrites.whyNotInserted(handle, write);
        }
        return outcome.get();
    }

    /** Taken apart, it is thought to leave a hundredth of the rows, so that all of them are read and sorted. */
    @Override
    public boolean indexesComparePairs() {
        return true;
    }

    @Override
    public String foldedNameHolds() {
        return "position(? in c.folded_name) > 0";
    }
}

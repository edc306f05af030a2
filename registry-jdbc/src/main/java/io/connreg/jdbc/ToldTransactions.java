package io.connreg.jdbc;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/** Transactions that are told something when they begin. */
final class ToldTransactions extends DelegatingTransactionHandler {
    private final String setup;

    private ToldTransactions(TransactionHandler transactions, String setup) {
        super(transactions);
        this.setup = setup;
    }

    static TransactionHandler of(String setup) {
        TransactionHandler local = LocalTransactionHandler.binding();
        return setup.isEmpty() ? local : new ToldTransactions(local, setup);
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new ToldTransactions(getDelegate().specialize(handle), setup);
    }

    @Override
    public void begin(Handle handle) {
        super.begin(handle);
        Sql.of(setup).exists(handle);
    }
}

package dev.tailback.crm.table;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Speaks to tables of one PostgreSQL database, each of them an object. */
public final class TableConnector implements Connector {

    private final TableConnections connections;
    private final DescribeTables tables;

    public TableConnector(TableSettings settings) {
        this.connections = new TableConnections(settings);
        this.tables = new DescribeTables(settings);
    }

    @Override
    public Answer<Identity> authenticate() {
        return connections.ask(tables::identity);
    }

    @Override
    public Answer<Described> schema() {
        return connections.ask(tables::described);
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        return on(asked.object(), (connection, table) -> ReadTableChanges.page(connection, table, asked));
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return on(asked.object(), (connection, table) -> {
            Optional<ReadRows> reading = ReadRows.of(table, asked.fields());
            return reading.isPresent()
                    ? new Answer.Given<>(reading.get().byId(connection, asked.ids()))
                    : ReadRows.unknownColumn(table, asked.fields());
        });
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        if (writes.size() > mostWrites()) {
            throw new IllegalArgumentException(
                    writes.size() + " writes in one call: send " + mostWrites() + " at most");
        }
        return on(object, (connection, table) -> new WriteRows(connection, table).write(writes));
    }

    private interface OnTable<T> {
        Answer<T> of(Connection connection, Table table) throws SQLException;
    }

    private <T> Answer<T> on(String object, OnTable<T> work) {
        return connections.ask(connection -> {
            Answer<Table> table = ReadCatalogue.of(connection, object);
            Optional<Table> known = table.fold(Optional::of, refused -> Optional.empty(), away -> Optional.empty());
            return known.isPresent() ? work.of(connection, known.get()) : failed(table);
        });
    }

    private static <T> Answer<T> failed(Answer<Table> table) {
        return table.fold(
                given -> new Answer.Unavailable<>("NO_TABLE", given.name() + " cannot be used now.", Optional.empty()),
                refused -> new Answer.Refused<>(refused.code(), refused.reason()),
                away -> new Answer.Unavailable<>(away.code(), away.reason(), away.retryAfter()));
    }

    @Override
    public int mostWrites() {
        return WriteRows.MOST;
    }

    /** A database counts no calls. */
    @Override
    public Allowance allowance() {
        return Allowance.UNTOLD;
    }

    @Override
    public void close() {
        connections.close();
    }
}

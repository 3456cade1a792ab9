package dev.tailback.verification.benchmarks.ledger;

import dev.tailback.verification.benchmarks.lab.SoldLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Books entries past the service app, in one transaction: as if staff had worked on while nothing went out. All are due
 * at once. The first contracts are those that were really sold; where there are more, the rest have ids that Salesforce
 * does not know, so nothing of them may be sent.
 */
public final class FillLedger {
    /** Ten entries an ad, so that the number of ads is that of contracts with ten entries. */
    private static final int ENTRIES_AN_AD = 10;

    /** From here on it is quicker to build the indexes afterwards. */
    private static final long MANY = 100_000;

    private static final String ADS = """
            insert into ad (id, title, contract_id, version, cancelled, created_by, created_at, changed_by, changed_at)
            select a.id, 'Measured ad ' || a.n, coalesce(s.contract_id, '800' || lpad(a.contract::text, 15, '0')),
                   1, false, 'service', now(), 'service', now()
            from new_ad a left join sold s on s.n = a.contract
            order by a.n
            """;

    private static final String ENTRIES = """
            insert into usage_entry (
                id, ad_id, contract_id, contract_product_id, units, cancelled, version, highest_version, reported_version,
                reported_units, reported_cancelled, fate, attempts, offer_due_at, open_since, created_at, changed_at)
            select gen_random_uuid(), a.id, coalesce(s.contract_id, '800' || lpad(a.contract::text, 15, '0')),
                   coalesce(s.contract_product_id, 'a0P' || lpad(a.contract::text, 15, '0')),
                   1, false, 1, 1, 0, 0, false, 'OPEN', 0, now(), now(), now(), now()
            from new_ad a
            left join sold s on s.n = a.contract
            cross join generate_series(1, %d) entry
            order by a.n
            """;

    private static final String DROP_INDEXES = """
            create temporary table dropped as
            select indexname, indexdef from pg_indexes i
            where tablename = 'usage_entry'
              and not exists (select 1 from pg_constraint c where c.conname = i.indexname);
            do $$ declare i record; begin
                for i in select indexname from dropped loop execute 'drop index ' || i.indexname; end loop;
            end $$
            """;

    private static final String CREATE_INDEXES = """
            do $$ declare i record; begin
                for i in select indexdef from dropped loop execute i.indexdef; end loop;
            end $$
            """;

    private final Ledger ledger;
    private final List<SoldLine> sold;

    public FillLedger(Ledger ledger, List<SoldLine> sold) {
        this.ledger = ledger;
        this.sold = sold;
    }

    /**
     * @param entries a multiple of ten
     * @param perContract entries of one contract, a multiple of ten too
     */
    public void book(long entries, int perContract) {
        if (entries % ENTRIES_AN_AD != 0 || perContract % ENTRIES_AN_AD != 0) {
            throw new IllegalArgumentException("Entries are booked by tens, not " + entries + " by " + perContract);
        }
        try (Connection connection = ledger.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                book(statement, entries, perContract);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be filled: " + e.getMessage(), e);
        }
        ledger.execute("analyze usage_entry, ad");
    }

    private void book(Statement statement, long entries, int perContract) throws SQLException {
        // What a foreign key would look up row by row is right by construction.
        statement.execute("set local session_replication_role = replica");
        statement.execute("set local maintenance_work_mem = '256MB'");
        sold(statement);
        statement.execute("create temporary table new_ad on commit drop as select n, gen_random_uuid() id, (n - 1) / "
                + perContract / ENTRIES_AN_AD + " contract from generate_series(1, " + entries / ENTRIES_AN_AD + ") n");
        if (entries >= MANY) {
            statement.execute(DROP_INDEXES);
        }
        statement.execute(ADS);
        statement.execute(ENTRIES.formatted(ENTRIES_AN_AD));
        if (entries >= MANY) {
            statement.execute(CREATE_INDEXES);
            statement.execute("drop table dropped");
        }
    }

    private void sold(Statement statement) throws SQLException {
        statement.execute("create temporary table sold (n bigint primary key, contract_id text, contract_product_id"
                + " text) on commit drop");
        try (PreparedStatement insert =
                statement.getConnection().prepareStatement("insert into sold values (?, ?, ?)")) {
            for (int number = 0; number < sold.size(); number++) {
                insert.setLong(1, number);
                insert.setString(2, sold.get(number).contractId());
                insert.setString(3, sold.get(number).contractProductId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        statement.execute("analyze sold");
    }
}

package dev.tailback.app.selfcheck;

import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database user may write the ledger and may not rewrite its histories. What must be refused is tried on no row at
 * all, in a transaction that is rolled back; triggers and rights refuse it all the same.
 */
@Singleton
class HistoriesCheck implements SelfCheck {

    private static final Logger LOG = LoggerFactory.getLogger(HistoriesCheck.class);

    private static final List<String> FORBIDDEN = List.of(
            "update usage_history set reason = reason where false",
            "delete from usage_history where false",
            "update ad_history set reason = reason where false",
            "delete from ad_history where false",
            "update operator_action set reason = reason where false",
            "delete from operator_action where false",
            "update account_event set reason = reason where false",
            "delete from account_event where false",
            "delete from account where false",
            "update close_statement set reason = reason where false",
            "delete from close_statement where false",
            "update close_statement_line set units = units where false",
            "delete from close_statement_line where false",
            "update contract_closing set reason = reason where false",
            "delete from contract_closing where false",
            "update mapping_version set note = note where false",
            "delete from mapping_version where false",
            "update schema_version set weight = weight where false",
            "delete from schema_version where false",
            "update mapping_effect set stopped = stopped where false",
            "delete from mapping_effect where false",
            "delete from usage_entry where false",
            "delete from ad where false",
            "update correction_request_event set reason = reason where false",
            "delete from correction_request_event where false",
            "delete from correction_request where false",
            "update statement_key set since = since where false",
            "delete from statement_key where false",
            "delete from contract_label where false",
            "delete from contract_product_label where false");

    private static final List<String> NEVER_EMPTIED = List.of(
            "usage_history",
            "ad_history",
            "operator_action",
            "account_event",
            "account",
            "usage_entry",
            "ad",
            "correction_request_event",
            "correction_request",
            "close_statement",
            "close_statement_line",
            "contract_closing",
            "mapping_version",
            "schema_version",
            "mapping_effect",
            "statement_key",
            "contract_label",
            "contract_product_label");

    private static final List<String> WRITTEN = List.of(
            "ad",
            "ad_history",
            "usage_entry",
            "usage_history",
            "operator_action",
            "session",
            "idempotency_key",
            "correction_request",
            "correction_request_event",
            "close_statement",
            "contract_closing",
            "mapping_version",
            "schema_version",
            "mapping_effect");

    // Truncate locks the whole table before anything refuses it, so it is looked up and not tried.
    private static final String CAN_BE_EMPTIED = """
            select has_table_privilege('%s', 'truncate')
               and not exists (select from pg_trigger
                                where tgrelid = '%s'::regclass and tgenabled in ('O', 'A') and tgtype & 32 = 32)
            """;

    private final DataSource database;

    HistoriesCheck(DataSource database, DataSourceResolver pool) {
        // What is injected wants a transaction of the framework; this check has its own.
        this.database = pool.resolve(database);
    }

    @Override
    public List<String> failures(OwnServer self) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return failures(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException away) {
            throw new IllegalStateException("PostgreSQL could not be asked for the rights of the database user", away);
        }
    }

    private static List<String> failures(Connection connection) throws SQLException {
        List<String> failures = new ArrayList<>();
        for (String statement : FORBIDDEN) {
            if (passes(connection, statement)) {
                failures.add(rewritable("\"" + statement.replace(" where false", "") + "\""));
            }
        }
        for (String table : NEVER_EMPTIED) {
            if (isTrue(connection, CAN_BE_EMPTIED.formatted(table, table))) {
                failures.add(rewritable("\"truncate " + table + "\""));
            }
        }
        for (String table : WRITTEN) {
            if (!isTrue(connection, "select has_table_privilege('" + table + "', 'insert, select')")) {
                failures.add("The database user may not write to the table " + table
                        + ". Give it the rights that docs/security.md lists, then start again.");
            }
        }
        if (isTrue(connection, "select rolsuper from pg_roles where rolname = current_user")) {
            LOG.warn("The database user is a superuser, who can switch off what guards the histories; docs/security.md"
                    + " says how to give the service app a user of its own");
        }
        return failures;
    }

    private static boolean passes(Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        } finally {
            connection.rollback(before);
        }
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String rewritable(String what) {
        return "The database lets its user " + what + ", so histories can be rewritten. Let the migrations of this"
                + " version run, and give the user the rights that docs/security.md lists, then start again.";
    }
}

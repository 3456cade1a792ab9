package dev.tailback.app.doctor;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;

/** The SQL of the doctor. Every user may read these settings, except where a provider hides them. */
@Singleton
class AskPostgres {

    private static final String FACTS = """
            select current_setting('server_version') version, current_setting('fsync') fsync,
                current_setting('synchronous_commit') synchronous_commit,
                current_setting('full_page_writes') full_page_writes,
                coalesce((select rolsuper from pg_roles where rolname = current_user), false) is_superuser,
                coalesce((select pg_has_role(relowner, 'usage') from pg_class
                    where oid = to_regclass('usage_entry')), false) is_owner
            """;

    private final JdbcOperations jdbc;

    AskPostgres(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    PostgresFacts facts() {
        return jdbc.prepareStatement(FACTS, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new PostgresFacts(
                        row.getString("version"),
                        row.getString("fsync"),
                        row.getString("synchronous_commit"),
                        row.getString("full_page_writes"),
                        row.getBoolean("is_superuser"),
                        row.getBoolean("is_owner"));
            }
        });
    }
}

package dev.tailback.app.rights;

import static dev.tailback.app.rights.TwoUsers.APP;
import static dev.tailback.app.rights.TwoUsers.OWNER;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.Application;
import dev.tailback.app.startup.Migrate;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.OrgUnderTest;
import dev.tailback.app.testing.Staff;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Owner and service app as two users of PostgreSQL, with exactly the rights of deploy/postgresql and afterMigrate.sql.
 */
class TwoUsersTest {

    @TempDir
    static Path directory;

    private static TwoUsers database;

    @BeforeAll
    static void an_empty_database_the_owner_migrates() throws Exception {
        database = TwoUsers.in(directory.resolve("database")).makeRoles();
        CannotStart tooEarly =
                assertThrows(CannotStart.class, () -> Application.start(database.environment(APP), "--port", "0"));
        assertTrue(tooEarly.getMessage().contains("--migrate"), tooEarly.getMessage());
        Migrate.database(Environment.of(database.environment(OWNER)));
        database.asSuperuser("insert into operator_action (at, who, what, entries) values (now(), 'me', 'PAUSED', 0)");
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update usage_history set who = 'somebody' where false",
                "delete from usage_history where false",
                "truncate usage_history",
                "update ad_history set who = 'somebody' where false",
                "delete from ad_history where false",
                "truncate ad_history",
                "update operator_action set who = 'somebody'",
                "delete from operator_action",
                "truncate operator_action",
                "delete from usage_entry where false",
                "delete from ledger_entry where false",
                "delete from ad where false",
                "truncate account",
                "delete from account where false",
                "update account_event set who = 'somebody'",
                "delete from account_event",
                "truncate account_event",
                "truncate reconciliation",
                "delete from contract_label where false",
                "delete from contract_product_label where false",
                "alter table operator_action disable trigger operator_action_is_append_only",
                "alter table operator_action disable trigger all",
                "drop trigger operator_action_is_append_only on operator_action",
                "create or replace function refuse_to_rewrite() returns trigger language plpgsql as 'begin return null; end'",
                "drop function refuse_to_rewrite() cascade",
                "create trigger mine before insert on operator_action for each row execute function refuse_to_rewrite()",
                "create rule mine as on insert to operator_action do instead nothing",
                "set session_replication_role = replica",
                "alter table operator_action owner to tailback_app",
                "set role tailback_owner",
                "grant delete on operator_action to tailback_app; delete from operator_action",
                "alter role tailback_app superuser",
                "create table mine (id int)",
                "create temporary table operator_action (id int)",
                "create schema mine",
                "drop table operator_action",
                "delete from flyway_schema_history",
                "insert into flyway_schema_history select * from flyway_schema_history",
                "copy operator_action to program 'true'",
                "select pg_read_file('/etc/passwd')",
            })
    void the_service_apps_user_may_not(String sql) throws SQLException {
        SQLException refused = assertThrows(SQLException.class, () -> database.as(APP, sql));
        assertEquals("42501", refused.getSQLState(), refused::getMessage);
        assertEquals(List.of("me"), database.asSuperuser("select who from operator_action where who <> 'app'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into operator_action (at, who, what, entries) values (now(), 'app', 'RESUMED', 0)",
                "select count(*) from usage_history",
                "update usage_entry set offer_due_at = now()",
                "update ledger_entry set offer_due_at = now() where open",
                "select count(*) from shown_entry",
                "delete from idempotency_key",
                "delete from session where least(ended_at, expires_at) < now() - interval '30 days'",
                "delete from alert_message where delivered_at is not null",
                "delete from sync_sample where at < now() - interval '1 day'",
                "delete from reconciliation where ended_at is not null",
                "select count(*) from flyway_schema_history",
            })
    void the_service_apps_user_may(String sql) {
        assertDoesNotThrow(() -> database.as(APP, sql));
    }

    @Test
    void the_service_app_runs_and_books_as_its_user() throws Exception {
        try (OrgUnderTest org = OrgUnderTest.start()) {
            Map<String, String> environment = database.environment(APP);
            environment.put("SALESFORCE_LOGIN_URL", org.address());
            try (EmbeddedServer running = (EmbeddedServer) Application.start(environment, "--port", "0")) {
                Staff staff = new Staff("service", running);
                JsonNode contract = staff.get("/api/contracts?customer=Magic")
                        .body()
                        .path("contracts")
                        .path(0);
                String product = contract.path("products").path(0).path("id").asText();
                Answer created =
                        staff.create(Staff.ad("Spring", contract.path("id").asText(), product, 1));
                assertEquals(201, created.status(), created.body()::toString);
                assertEquals(List.of("service"), database.asSuperuser("select who from usage_history"));
                assertEquals(200, staff.cancel(created).status());
            }
        }
    }

    @Test
    void no_table_gives_the_service_app_more_than_rows() throws SQLException {
        assertEquals(List.of(), database.asSuperuser("""
                select table_name || ' ' || privilege_type from information_schema.role_table_grants
                where grantee in ('tailback_app', 'PUBLIC') and table_schema = 'public'
                    and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
                """));
    }

    @Test
    void every_append_only_table_is_one_for_the_rights_as_well() throws SQLException {
        String appendOnly = """
                select distinct c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                where t.tgname like '%is_append_only' order by 1
                """;
        assertEquals(database.asSuperuser(appendOnly), database.asSuperuser("""
                select c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                    and not has_table_privilege('tailback_app', c.oid, 'update') order by 1
                """));
    }

    @Test
    void a_stranger_cannot_even_connect() throws SQLException {
        database.asSuperuser("create role stranger login password 'a-password-of-this-test'");
        SQLException refused = assertThrows(SQLException.class, () -> database.as("stranger", "select 1"));
        assertEquals("42501", refused.getSQLState(), refused::getMessage);
    }

    @Test
    void an_installation_with_one_user_becomes_one_with_two() throws Exception {
        try (TwoUsers older = TwoUsers.in(directory.resolve("older"))) {
            Migrate.database(Environment.of(older.superusersEnvironment()));
            older.makeRoles().makeRoles();
            Migrate.database(Environment.of(older.environment(OWNER)));
            assertThrows(SQLException.class, () -> older.as(APP, "delete from operator_action"));
            older.as(APP, "insert into operator_action (at, who, what, entries) values (now(), 'app', 'RESUMED', 0)");
            older.as(OWNER, "alter table late_arrival add column more text");
        }
    }
}

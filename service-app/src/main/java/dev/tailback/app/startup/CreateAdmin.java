package dev.tailback.app.startup;

import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_PASSWORD;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_URL;
import static dev.tailback.program.Variable.DATASOURCES_DEFAULT_USERNAME;

import dev.tailback.app.accounts.PasswordHash;
import dev.tailback.app.accounts.PasswordRule;
import dev.tailback.app.accounts.UserName;
import dev.tailback.program.CannotStart;
import dev.tailback.program.Environment;
import dev.tailback.web.startup.PostgresAnswers;
import dev.tailback.web.startup.PostgresEnvironment;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code --create-admin NAME}: makes an account an admin that can sign in, and ends. It is how an installation gets its
 * first account, and how one gets in again whose last admin lost the password: an account that is there gets the
 * password, the role and is enabled. Whoever can run it can write to the database anyway. The history says that it came
 * from the command line.
 */
public final class CreateAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(CreateAdmin.class);
    private static final String NO_SUCH_TABLE = "42P01";
    private static final String NO_SUCH_COLUMN = "42703";

    private static final String MAKE = """
            insert into account (username, password, password_set_at, roles, demo, created_at, created_by)
            values (?, ?, now(), 'admin', false, now(), 'command line')
            on conflict (username) do update
               set password = excluded.password, password_set_at = now(), password_once = false, demo = false,
                   disabled_at = null, disabled_by = null,
                   roles = case when 'admin' = any(string_to_array(account.roles, ',')) then account.roles
                                else account.roles || ',admin' end
             where account.issuer is null
            """;

    private static final String END_SESSIONS =
            "update session set ended_at = now() where username = ? and ended_at is null";

    private static final String RECORD = """
            insert into account_event (at, who, account, what, detail, reason)
            values (now(), 'command line', ?, 'CREATED', 'admin', '--create-admin')
            """;

    private CreateAdmin() {}

    /** @throws CannotStart when the name or the password is not taken, or PostgreSQL is away or has other tables */
    public static void named(String name, TypedPassword typed, Environment environment) {
        PostgresEnvironment.check(environment);
        if (!UserName.isWellFormed(name)) {
            environment.complain("The name of the admin " + UserName.OBJECTION);
        }
        environment.refuse();
        String password = typed.read();
        PasswordRule.objection(name, password).ifPresent(objection -> {
            throw CannotStart.misconfigured(List.of("The password " + objection + "."));
        });
        PostgresAnswers.await(environment);
        write(name, PasswordHash.of(password).kept(), environment);
        LOG.info("The account {} is an admin now, with the password that was typed", name);
    }

    private static void write(String name, String kept, Environment environment) {
        try (Connection connection = DriverManager.getConnection(
                environment.text(DATASOURCES_DEFAULT_URL),
                environment.text(DATASOURCES_DEFAULT_USERNAME),
                environment.text(DATASOURCES_DEFAULT_PASSWORD))) {
            connection.setAutoCommit(false);
            if (run(connection, MAKE, name, kept) == 0) {
                throw CannotStart.misconfigured(List.of("The account " + name
                        + " belongs to an OpenID provider and has no password: choose another name."));
            }
            run(connection, END_SESSIONS, name);
            run(connection, RECORD, name);
            connection.commit();
        } catch (SQLException failure) {
            boolean noTables =
                    NO_SUCH_TABLE.equals(failure.getSQLState()) || NO_SUCH_COLUMN.equals(failure.getSQLState());
            throw CannotStart.notAvailable(
                    noTables
                            ? "The tables of PostgreSQL are not those of this version: run './tailback service-app"
                                    + " --migrate' (or start the service app once) first."
                            : "PostgreSQL refused to write the account: " + failure.getMessage(),
                    failure);
        }
    }

    private static int run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            return statement.executeUpdate();
        }
    }
}

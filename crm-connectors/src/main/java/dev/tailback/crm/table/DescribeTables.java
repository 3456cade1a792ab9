package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.call.SchemaStamp;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who we are in the database, which rights are missing, and what the tables look like to us. */
final class DescribeTables {

    private static final int OLDEST = 130_000;

    private static final String WHO =
            "select current_database(), current_user::text, current_setting('server_version_num')::int";

    private static final String LOG = """
            select count(*) = 2, has_schema_privilege(n.oid, 'usage') and bool_and(has_table_privilege(c.oid, 'select'))
            from pg_catalog.pg_namespace n join pg_catalog.pg_class c on c.relnamespace = n.oid
            where n.nspname = 'tailback' and c.relname in ('changes', 'logged') group by n.oid
            """;

    private static final String TRIGGER = """
            select exists (select from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              where n.nspname = ? and c.relname = ? and t.tgname = 'tailback_log' and t.tgenabled in ('O', 'A'))
            """;

    private final TableSettings settings;

    DescribeTables(TableSettings settings) {
        this.settings = settings;
    }

    Answer<Described> described(Connection connection) throws SQLException {
        List<OrgObject> objects = new ArrayList<>();
        for (String name : settings.objects()) {
            Answer<Table> table = ReadCatalogue.of(connection, name);
            Optional<Answer<Described>> failed = table.fold(
                    given -> {
                        objects.add(given.object());
                        return Optional.empty();
                    },
                    refused -> Optional.of(new Answer.Refused<>(refused.code(), refused.reason())),
                    away -> Optional.of(new Answer.Unavailable<>(away.code(), away.reason(), away.retryAfter())));
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        OrgSchema schema = new OrgSchema(objects);
        return new Answer.Given<>(new Described(schema, SchemaStamp.of(schema)));
    }

    Answer<Identity> identity(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(WHO);
                ResultSet who = statement.executeQuery()) {
            who.next();
            if (who.getInt(3) < OLDEST) {
                missing.add(
                        "PostgreSQL is older than version 13, which has no transaction numbers to order changes by: "
                                + "update it.");
                return identity(who, missing);
            }
            log(connection).ifPresent(missing::add);
            for (String name : settings.objects()) {
                missing.addAll(missing(connection, name));
            }
            return identity(who, missing);
        }
    }

    private Answer<Identity> identity(ResultSet who, List<String> missing) throws SQLException {
        return new Answer.Given<>(
                new Identity("database " + who.getString(1) + " at " + settings.place(), who.getString(2), missing));
    }

    private static Optional<String> log(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG);
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || !row.getBoolean(1)) {
                return Optional.of("The database keeps no log of changes: run the script that ./tailback hub table-sql "
                        + "writes.");
            }
            return row.getBoolean(2)
                    ? Optional.empty()
                    : Optional.of("Our user may not read the log of changes: grant usage on schema tailback and select "
                            + "on tailback.changes and tailback.logged to it.");
        }
    }

    private static List<String> missing(Connection connection, String object) throws SQLException {
        Answer<Table> read = ReadCatalogue.of(connection, object);
        Optional<Table> table = read.fold(Optional::of, refused -> Optional.empty(), away -> Optional.empty());
        if (table.isEmpty()) {
            return List.of(read.<String>fold(some -> "", refused -> refused.reason(), away -> away.reason()));
        }
        List<String> missing = new ArrayList<>();
        if (!hasTrigger(connection, table.get().name())) {
            missing.add(object + ": its changes are not logged: run the script that ./tailback hub table-sql writes.");
        }
        if (table.get().columns().stream().noneMatch(Column::mayInsert)) {
            missing.add(object + ": our user may not create rows: grant insert on the table or on columns.");
        }
        if (table.get().columns().stream().noneMatch(Column::mayUpdate)) {
            missing.add(object + ": our user may not change rows: grant update on the table or on columns.");
        }
        return missing;
    }

    private static boolean hasTrigger(Connection connection, TableName name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TRIGGER)) {
            statement.setString(1, name.schema());
            statement.setString(2, name.table());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.salesforce.text.ForeignText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table from PostgreSQL's catalogue, anew for every call: a schema may change at any moment. */
final class ReadCatalogue {

    private static final int MOST_COLUMNS = 1_600;
    private static final int LONGEST_LABEL = 300;
    private static final int HEADER = 4;
    private static final Set<String> KEYS = Set.of("int2", "int4", "int8", "uuid", "text", "varchar");

    private static final String COLUMNS = """
            select a.attname, coalesce(col_description(c.oid, a.attnum), a.attname) as label,
                   quote_ident(tn.nspname) || '.' || quote_ident(t.typname) as type,
                   format_type(a.atttypid, a.atttypmod) as full_type, b.typname as base, b.typtype = 'e' as is_enum,
                   case when t.typtype = 'd' then t.typtypmod else a.atttypmod end as typmod,
                   a.attnotnull or t.typnotnull as is_required, a.atthasdef or a.attidentity <> '' as is_defaulted,
                   a.attgenerated <> '' or a.attidentity = 'a' as is_fixed,
                   has_column_privilege(c.oid, a.attnum, 'insert') as may_insert,
                   has_column_privilege(c.oid, a.attnum, 'update') as may_update,
                   exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique and i.indisvalid
                     and i.indpred is null and i.indexprs is null and i.indnkeyatts = 1 and i.indkey[0] = a.attnum
                     and i.indimmediate) as is_unique,
                   exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisprimary
                     and i.indnkeyatts = 1 and i.indkey[0] = a.attnum) as is_key,
                   (select array_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e
                     where e.enumtypid = b.oid) as choices
            from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_catalog.pg_type t on t.oid = a.atttypid
            join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
            join pg_catalog.pg_type b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
            where n.nspname = ? and c.relname = ? and c.relkind in ('r', 'p')
              and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
              and b.typcategory not in ('A', 'C', 'P') and b.typname <> 'bytea'
            order by a.attnum
            """;

    private static final String BROKEN = """
            select o.conname as name, a.attname from pg_catalog.pg_constraint o
            join pg_catalog.pg_class c on c.oid = o.conrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = o.conkey[1]
            where n.nspname = ? and c.relname = ? and cardinality(o.conkey) = 1
            union
            select x.relname, a.attname from pg_catalog.pg_index i
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_class x on x.oid = i.indexrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where n.nspname = ? and c.relname = ? and i.indisunique and i.indnkeyatts = 1
            """;

    private ReadCatalogue() {}

    static Answer<Table> of(Connection connection, String object) throws SQLException {
        Optional<TableName> name = TableName.of(object);
        if (name.isEmpty()) {
            return new Answer.Refused<>(
                    "INVALID_OBJECT", "The object is no schema.table of this database: check the mapping.");
        }
        List<Column> columns = columns(connection, name.get());
        if (columns.isEmpty()) {
            return new Answer.Refused<>(
                    "NO_TABLE",
                    "There is no table " + object + " that our user may read: check its name, and grant usage on its "
                            + "schema and select on the table.");
        }
        Optional<Column> key = columns.stream()
                .filter(column -> column.isKey() && KEYS.contains(column.base()))
                .findFirst();
        if (key.isEmpty()) {
            return new Answer.Refused<>(
                    "NO_KEY",
                    "The table " + object
                            + " has no primary key of one column that our user may read, of type integer, "
                            + "bigint, uuid, text or varchar: give it one.");
        }
        return new Answer.Given<>(new Table(name.get(), key.get(), columns, broken(connection, name.get())));
    }

    private static List<Column> columns(Connection connection, TableName name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, name.schema());
            statement.setString(2, name.table());
            statement.setMaxRows(MOST_COLUMNS);
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(column(rows));
                }
            }
            return columns;
        }
    }

    private static Column column(ResultSet row) throws SQLException {
        String base = row.getString("base");
        int typmod = row.getInt("typmod");
        boolean isNumeric = base.equals("numeric") && typmod >= HEADER;
        Form form = Form.of(base, row.getBoolean("is_enum"));
        return new Column(
                row.getString("attname"),
                ForeignText.line(row.getString("label"), LONGEST_LABEL),
                row.getString("type"),
                row.getString("full_type"),
                base,
                form,
                form == Form.TEXT && typmod > HEADER ? typmod - HEADER : Form.LONGEST,
                isNumeric ? typmod - HEADER >> 16 & 0xffff : 0,
                isNumeric ? typmod - HEADER & 0x7ff : 0,
                row.getBoolean("is_required"),
                row.getBoolean("is_defaulted"),
                row.getBoolean("is_fixed"),
                row.getBoolean("may_insert"),
                row.getBoolean("may_update"),
                row.getBoolean("is_unique"),
                row.getBoolean("is_key"),
                choices(row));
    }

    private static List<String> choices(ResultSet row) throws SQLException {
        Optional<java.sql.Array> labels = Optional.ofNullable(row.getArray("choices"));
        return labels.isPresent() ? List.of((String[]) labels.get().getArray()) : List.of();
    }

    private static Map<String, String> broken(Connection connection, TableName name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BROKEN)) {
            statement.setString(1, name.schema());
            statement.setString(2, name.table());
            statement.setString(3, name.schema());
            statement.setString(4, name.table());
            Map<String, String> columns = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString("name"), rows.getString("attname"));
                }
            }
            return columns;
        }
    }
}

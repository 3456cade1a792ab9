package dev.tailback.crm.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The script that makes the log of changes of one table.
 *
 * @param id the primary key's column
 * @param changedAt a column that holds when a row was changed before there was a log; empty: long ago
 * @param user to whom the rights are granted that the hub needs; empty: nobody
 */
record TableScript(TableName table, String id, Optional<String> changedAt, Optional<String> user) {

    private static final int LONGEST_WORD = 40;
    private static final int MARK = 8;

    String sql() {
        return template()
                .replace("{objectText}", "'" + table.toString().replace("'", "''") + "'")
                .replace("{object}", table.toString())
                .replace("{table}", table.sql())
                .replace("{function}", function())
                .replace("{id}", TableName.quoted(id))
                .replace("{changedAt}", known())
                .replace("{grants}", user.map(this::grants).orElse(""));
    }

    /** Without a column that tells, a row counts as older than what any other CRM says. */
    private String known() {
        return changedAt
                .map(column -> "coalesce(t." + TableName.quoted(column) + ", to_timestamp(0))")
                .orElse("to_timestamp(0)");
    }

    private String grants(String role) {
        String to = " to " + TableName.quoted(role) + ";\n";
        return "\ngrant usage on schema tailback" + to + "grant select on tailback.changes, tailback.logged" + to
                + "grant usage on schema " + TableName.quoted(table.schema()) + to + "grant select, insert, update on "
                + table.sql() + to;
    }

    /** A name that no other table's function has, within PostgreSQL's 63 letters. */
    private String function() {
        String word = table.table().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "log_" + word.substring(0, Math.min(word.length(), LONGEST_WORD)) + "_" + mark();
    }

    private String mark() {
        try {
            byte[] name = table.toString().getBytes(StandardCharsets.UTF_8);
            byte[] all = MessageDigest.getInstance("SHA-256").digest(name);
            return HexFormat.of().formatHex(all).substring(0, MARK);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String template() {
        try (InputStream file =
                Objects.requireNonNull(TableScript.class.getResourceAsStream("log.sql"), "log.sql is not in the jar")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

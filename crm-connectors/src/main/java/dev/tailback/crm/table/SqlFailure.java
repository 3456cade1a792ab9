package dev.tailback.crm.table;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.crm.call.Board;
import dev.tailback.crm.call.Sent;
import dev.tailback.salesforce.text.ForeignText;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What an error of PostgreSQL means, by its SQLSTATE. The sentence holds no value: PostgreSQL's own messages about data
 * do, so only those of the company's own triggers are handed on.
 *
 * @param constraint that was broken, where PostgreSQL names it
 * @param column that it is about, where PostgreSQL names it
 */
record SqlFailure(
        Meaning meaning, String state, String sentence, Optional<String> constraint, Optional<String> column) {

    private static final int LONGEST = 500;

    enum Meaning {
        /** A person must change something. */
        REFUSED,
        /** This statement was not carried out; a repeat may help. */
        FOR_NOW,
        /** The database carries out nothing now. */
        AWAY,
        /** The connection broke: whether the statement was carried out is not known. */
        BROKEN
    }

    static SqlFailure of(SQLException failure) {
        String state = Optional.ofNullable(failure.getSQLState()).orElse("08000");
        Optional<ServerErrorMessage> server = failure instanceof PSQLException told
                ? Optional.ofNullable(told.getServerErrorMessage())
                : Optional.empty();
        return new SqlFailure(
                meaning(state),
                state,
                sentence(state, server),
                server.map(ServerErrorMessage::getConstraint),
                server.map(ServerErrorMessage::getColumn));
    }

    private static Meaning meaning(String state) {
        return switch (state) {
            case "08001", "08004", "57P03", "25006" -> Meaning.AWAY;
            case "40003", "57P01", "57P02" -> Meaning.BROKEN;
            case "55P03", "55006", "57014" -> Meaning.FOR_NOW;
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> Meaning.BROKEN;
                    case "40" -> Meaning.FOR_NOW;
                    case "53", "58" -> Meaning.AWAY;
                    default -> Meaning.REFUSED;
                };
        };
    }

    private static String sentence(String state, Optional<ServerErrorMessage> server) {
        String named = server.map(ServerErrorMessage::getConstraint)
                .map(name -> " (" + ForeignText.line(name, LONGEST) + ")")
                .orElse("");
        return switch (state) {
            case "08001", "08004" ->
                "The database cannot be reached: check the address, the name server, and what the firewall lets "
                        + "through.";
            case "23502" -> "A column that must not be empty would be: give it a value.";
            case "23503" -> "The row would point to one that is not there" + named + ": write that one first.";
            case "23505" -> "Another row has this value, which must be unique" + named + ".";
            case "23514", "23P01" -> "A check of the database does not take this value" + named + ".";
            case "22001" -> "The value is longer than its column.";
            case "22003" -> "The number is larger than its column takes.";
            case "25006" -> "The database takes no writes now: see whether it is a standby.";
            case "28P01", "28000" ->
                "The database does not let this user in: check user, password, and what pg_hba.conf says of us.";
            case "3D000" -> "There is no such database: check its name in the address.";
            case "40001", "40P01", "55P03" -> "Other work on the same rows stands in the way; it is tried again.";
            case "42501" ->
                "Our user lacks a right: " + told(server) + ". Grant what is named, or take it from the mapping.";
            case "42P01", "42703" ->
                "A table or column is not there: " + told(server) + ". See whether it was renamed.";
            case "57014" -> "The statement took longer than it may; see what keeps the database busy.";
            case "57P01", "57P02", "57P03" -> "The database is shutting down or starting.";
            case "53300" -> "The database has no free connection; see max_connections and who holds them.";
            case "P0001" -> "A trigger of the database refuses this: " + told(server);
            default -> other(state, server);
        };
    }

    private static String other(String state, Optional<ServerErrorMessage> server) {
        if (state.startsWith("08")) {
            return "The connection to the database broke off, or its answer was larger than we take.";
        }
        if (state.startsWith("22")) {
            return "The value has no form that its column takes.";
        }
        return state.startsWith("53") || state.startsWith("58")
                ? "The database has run out of memory, disk or connections."
                : "The database refuses this (" + state + "): " + told(server);
    }

    private static String told(Optional<ServerErrorMessage> server) {
        return server.map(ServerErrorMessage::getMessage)
                .map(message -> ForeignText.line(message, LONGEST))
                .filter(message -> !message.isEmpty())
                .orElse("no reason is given");
    }

    <T> Answer<T> asQuestion() {
        return meaning == Meaning.REFUSED
                ? new Answer.Refused<>(state, sentence)
                : new Answer.Unavailable<>(state, sentence, Optional.empty());
    }

    /** While no statement was sent yet, nothing can have been done. */
    SqlFailure beforeAnything() {
        return meaning == Meaning.BROKEN ? new SqlFailure(Meaning.AWAY, state, sentence, constraint, column) : this;
    }

    void tell(Board board, int write, Optional<String> field) {
        switch (meaning) {
            case REFUSED -> board.told(write, new Written.Refused(state, sentence, field, false));
            case FOR_NOW -> board.told(write, new Written.Refused(state, sentence, field, true));
            case AWAY -> board.stop(notTaken());
            case BROKEN -> {
                board.told(write, new Written.Unknown(sentence));
                board.stop(notTaken());
            }
        }
    }

    private Sent.NotTaken notTaken() {
        return new Sent.NotTaken(state, sentence, Optional.empty(), false);
    }
}

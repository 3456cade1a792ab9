package dev.tailback.crm.table;

import dev.tailback.crm.Cursor;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a table has been read: changes are in the order of their transactions, then of their ids.
 *
 * @param log which log it was read from; another one, made anew, has other changes
 * @param upper the transaction before which this round ends, 0 where no round is under way
 * @param transaction of the last change that was told
 * @param id of the last change that was told, empty where none of that transaction was
 */
record TableCursor(String log, BigInteger upper, BigInteger transaction, String id) {

    static final int LONGEST_ID = 500;

    private static final Pattern FORM =
            Pattern.compile("table1:([0-9a-f-]{36}):(\\d{1,20}):(\\d{1,20}):([A-Za-z0-9_-]{0,2700})");

    static TableCursor first(String log) {
        return new TableCursor(log, BigInteger.ZERO, BigInteger.ZERO, "");
    }

    /** Empty where it is none of ours. */
    static Optional<TableCursor> of(Cursor cursor) {
        Matcher parts = FORM.matcher(cursor.text());
        return parts.matches()
                ? Optional.of(new TableCursor(
                        parts.group(1),
                        new BigInteger(parts.group(2)),
                        new BigInteger(parts.group(3)),
                        id(parts.group(4))))
                : Optional.empty();
    }

    private static String id(String hidden) {
        try {
            return new String(Base64.getUrlDecoder().decode(hidden), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }

    boolean isUnderWay() {
        return upper.signum() > 0;
    }

    TableCursor upTo(BigInteger end) {
        return new TableCursor(log, end, transaction, id);
    }

    TableCursor at(BigInteger lastTransaction, String lastId) {
        return new TableCursor(log, upper, lastTransaction, lastId);
    }

    /** The next round begins where this one ended. */
    TableCursor ended() {
        return new TableCursor(log, BigInteger.ZERO, upper, "");
    }

    Cursor cursor() {
        String hidden = Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        return new Cursor("table1:" + log + ":" + upper + ":" + transaction + ":" + hidden);
    }
}

package dev.tailback.app.operator.retention;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** How long a kind of data is kept. */
sealed interface Keeping {

    /** One answer for each alternative. */
    <R> R fold(Supplier<R> forEver, Supplier<R> whileItLasts, Function<UntilOld, R> untilOld);

    /** A record of what happened, or what such records name: nobody deletes it, and PostgreSQL refuses to. */
    record ForEver() implements Keeping {

        @Override
        public <R> R fold(Supplier<R> forEver, Supplier<R> whileItLasts, Function<UntilOld, R> untilOld) {
            return forEver.get();
        }
    }

    /** What is so now, or still to be done: a row goes when it is over, and not before. */
    record WhileItLasts() implements Keeping {

        @Override
        public <R> R fold(Supplier<R> forEver, Supplier<R> whileItLasts, Function<UntilOld, R> untilOld) {
            return whileItLasts.get();
        }
    }

    /**
     * Derived from what is kept for ever, or spent. It goes automatically when it is old, and earlier by command.
     *
     * @param table the one table that rows are deleted from
     * @param spentAt SQL: from when on the age of a row counts
     * @param condition SQL: what holds for each row that may go, whatever its age
     * @param youngestDays no row that is younger is deleted by command
     * @param automaticallyAfter the age at which it goes in any case
     * @param setting the environment value that says so, or empty when it is fixed
     */
    record UntilOld(
            String table,
            String spentAt,
            String condition,
            int youngestDays,
            Duration automaticallyAfter,
            String setting)
            implements Keeping {

        @Override
        public <R> R fold(Supplier<R> forEver, Supplier<R> whileItLasts, Function<UntilOld, R> untilOld) {
            return untilOld.apply(this);
        }
    }
}

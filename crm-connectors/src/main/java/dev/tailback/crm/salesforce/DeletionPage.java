package dev.tailback.crm.salesforce;

import dev.tailback.crm.Change;
import java.util.List;
import java.util.function.Function;

/** What Salesforce tells of deletions. */
sealed interface DeletionPage {

    /** One answer for each alternative. */
    <R> R fold(Function<String, R> expired, Function<Found, R> found);

    /** It does not look back that far any more. */
    record Expired(String why) implements DeletionPage {

        @Override
        public <R> R fold(Function<String, R> expired, Function<Found, R> found) {
            return expired.apply(why);
        }
    }

    record Found(List<Change> changes, Round next) implements DeletionPage {

        @Override
        public <R> R fold(Function<String, R> expired, Function<Found, R> found) {
            return found.apply(this);
        }
    }
}

package dev.tailback.queue.outcomes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An entry of a shard's outcome stream. One outcome in it is {@code shard:entry:position}. */
public record DeliveryId(int shard, String entry) {
    private static final Pattern OUTCOME = Pattern.compile("(\\d{1,2}):(\\d+-\\d+):\\d+");

    String of(int position) {
        return shard + ":" + entry + ":" + position;
    }

    public static Optional<DeliveryId> in(String outcome) {
        Matcher matcher = OUTCOME.matcher(outcome);
        return matcher.matches()
                ? Optional.of(new DeliveryId(Integer.parseInt(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }
}

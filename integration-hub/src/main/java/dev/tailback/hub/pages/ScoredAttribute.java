package dev.tailback.hub.pages;

import dev.tailback.hub.scores.Score;
import dev.tailback.hub.scores.Share;
import java.util.List;
import java.util.function.Function;

/** One attribute with its three shares, and what became of them. */
public record ScoredAttribute(Score now, List<Trend> trends) {

    /** @param days of the whole CRM, the newest first */
    static ScoredAttribute of(Score now, List<Score> days) {
        List<Score> own = days.stream()
                .filter(one -> one.entity().equals(now.entity()))
                .filter(one -> one.attribute().equals(now.attribute()))
                .toList();
        return new ScoredAttribute(
                now,
                List.of(
                        trend("completeness", own, Score::completeness),
                        trend("validity", own, Score::validity),
                        trend("consistency", own, Score::consistency)));
    }

    private static Trend trend(String name, List<Score> days, Function<Score, Share> share) {
        return Trend.of(
                name,
                days.stream()
                        .map(day -> new Trend.Day(day.day(), share.apply(day)))
                        .toList());
    }

    /** How many values the rules refuse. */
    public long refused() {
        return now.validity().whole() - now.validity().part();
    }
}

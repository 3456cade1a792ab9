package dev.tailback.hub.pages;

import dev.tailback.hub.scores.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One CRM with what was counted of it.
 *
 * @param lines one for each attribute of the last count, by entity and attribute
 */
public record ScoredCrm(String crm, List<ScoredAttribute> lines) {

    static final int DAYS = 30;

    /** @param days the newest first */
    static ScoredCrm of(String crm, List<Score> days) {
        Optional<LocalDate> last = days.stream().map(Score::day).findFirst();
        return new ScoredCrm(
                crm,
                days.stream()
                        .filter(one -> last.equals(Optional.of(one.day())))
                        .map(now -> ScoredAttribute.of(now, days))
                        .toList());
    }

    public Optional<Instant> countedAt() {
        return lines.stream().map(line -> line.now().countedAt()).findFirst();
    }
}

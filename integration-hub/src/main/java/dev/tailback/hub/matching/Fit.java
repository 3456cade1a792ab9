package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a record fits a group.
 *
 * @param verdicts about it and each member
 * @param isOrdered a steward said that it is the same as a member
 * @param isForbidden a steward said that it is not the same as a member
 */
public record Fit(Group group, Map<Source, Verdict> verdicts, boolean isOrdered, boolean isForbidden) {

    static final Comparator<Fit> BEST_FIRST = Comparator.comparingDouble((Fit fit) -> -fit.best())
            .thenComparing(fit -> fit.group().id());

    public Fit {
        verdicts = Collections.unmodifiableMap(new TreeMap<>(verdicts));
    }

    static Fit of(Judge judge, MatchRecord record, Group group) {
        Map<Source, Verdict> verdicts = new TreeMap<>();
        group.members().stream()
                .filter(member -> !member.source().equals(record.source()))
                .forEach(member -> verdicts.put(member.source(), judge.judge(record, member)));
        return new Fit(
                group,
                verdicts,
                verdicts.keySet().stream().anyMatch(member -> judge.isOrdered(record.source(), member)),
                verdicts.keySet().stream().anyMatch(member -> judge.isForbidden(record.source(), member)));
    }

    /** It is the same as one member and may be the same as every other; or a steward said so. */
    public boolean isWhole() {
        return !isForbidden
                && (isOrdered
                        || verdicts.values().stream().anyMatch(Verdict::isSame)
                                && verdicts.values().stream().noneMatch(Verdict::isDifferent));
    }

    /** Some member is the same or may be. */
    boolean isWorthALook() {
        return verdicts.values().stream().anyMatch(verdict -> !verdict.isDifferent()) && !isForbidden;
    }

    /** A member is a stranger although another one is the same: one sentence says which. */
    public Optional<String> stranger() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue().isDifferent())
                .map(entry -> "It does not fit " + entry.getKey() + ": "
                        + entry.getValue().ground())
                .findFirst();
    }

    private double best() {
        return verdicts.values().stream()
                .mapToDouble(verdict -> verdict.score().bits())
                .max()
                .orElse(0);
    }
}

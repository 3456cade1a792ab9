package dev.tailback.mapping.drift;

import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.MappingCheck;
import dev.tailback.mapping.check.Severity;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what an org describes now against what it described when the mapping was put in use. What cannot be used now
 * is said by {@link MappingCheck}, as for a new mapping; here it gets its weight, what stops, and a new name.
 */
public final class DriftJudgement {

    private final Mapping mapping;
    private final SeenSchema before;
    private final OrgSchema now;
    private final BrokenFindings broken;

    private DriftJudgement(Mapping mapping, SeenSchema before, OrgSchema now) {
        this.mapping = mapping;
        this.before = before;
        this.now = now;
        this.broken = new BrokenFindings(mapping, new Renames(mapping, before, now));
    }

    /**
     * @param mapping as an admin put it in use
     * @param before {@link SeenSchema#NOTHING} when nobody has looked before: then only what cannot be used is told
     * @param objectNames all objects that the user may see, where one of the mapping's is missing
     */
    public static Drift of(Mapping mapping, SeenSchema before, OrgSchema now, Collection<String> objectNames) {
        return new DriftJudgement(mapping, before, now).judge(MappingCheck.of(mapping, now, objectNames));
    }

    private Drift judge(List<Finding> findings) {
        List<Change> changes = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.BROKEN)
                .map(broken::change)
                .forEach(changes::add);
        Set<String> told = new HashSet<>();
        changes.forEach(change -> told.add(change.about()));
        Stream.concat(newHints(findings), new Differences(mapping, before, SeenSchema.of(mapping, now)).all())
                .filter(change -> told.add(change.about()))
                .forEach(changes::add);
        changes.sort(Comparator.comparing(Change::weight).reversed());
        return new Drift(changes, broken.suspended());
    }

    private Stream<Change> newHints(List<Finding> findings) {
        if (before.equals(SeenSchema.NOTHING)) {
            return Stream.empty();
        }
        Set<Finding> known = Set.copyOf(MappingCheck.of(mapping, before.schema()));
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.HINT)
                .filter(finding -> !known.contains(finding))
                .map(finding -> NewHint.of(mapping, finding));
    }
}

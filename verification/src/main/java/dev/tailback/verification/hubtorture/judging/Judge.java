package dev.tailback.verification.hubtorture.judging;

import dev.tailback.verification.hubtorture.people.Edit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges one field by what people typed and by what they saw when they did. An edit that somebody typed over, knowing it, may
 * never hold again. Of those that are left, people did not know of each other: either may hold, and the hub must say of each
 * other one why it lost. No clock has a say, so no verdict depends on the machine.
 */
public final class Judge {
    private final HubFindings findings;

    public Judge(HubFindings findings) {
        this.findings = findings;
    }

    public void judge(Evidence evidence) {
        Set<String> held = new TreeSet<>(evidence.held().values());
        if (held.size() != 1 || !held.contains(evidence.agreed())) {
            findings.add(
                    HubHarm.DIFFERENT,
                    evidence.field() + ": the hub says '" + evidence.agreed() + "', and the CRMs hold "
                            + new TreeMap<>(evidence.held()));
        }
        holds(evidence);
        left(evidence).stream()
                .filter(edit -> !edit.agreed().equals(evidence.agreed()))
                .forEach(loser -> explained(evidence, loser));
        if (!evidence.edits().isEmpty()) {
            agreedIsExplained(evidence);
        }
    }

    private void holds(Evidence evidence) {
        List<Edit> typed = evidence.edits().stream()
                .filter(edit -> edit.agreed().equals(evidence.agreed()))
                .toList();
        boolean isOld = evidence.agreed().equals(evidence.before());
        if (typed.isEmpty() && !isOld) {
            findings.add(HubHarm.INVENTED, evidence.field() + ": nobody typed '" + evidence.agreed() + "'");
            return;
        }
        List<Edit> replacing = evidence.edits().stream()
                .filter(Edit::isCertain)
                .filter(edit -> typed.isEmpty() || typed.stream().allMatch(edit::replaced))
                .toList();
        if (!replacing.isEmpty()) {
            findings.add(
                    HubHarm.LOST,
                    evidence.field() + ": '" + evidence.agreed() + "' holds, though a person typed "
                            + replacing.get(replacing.size() - 1) + " over it");
        }
    }

    /** What nobody typed over, knowing it. */
    private static List<Edit> left(Evidence evidence) {
        List<Edit> certain = evidence.edits().stream().filter(Edit::isCertain).toList();
        return certain.stream()
                .filter(edit -> certain.stream().noneMatch(other -> other.replaced(edit)))
                .toList();
    }

    private void explained(Evidence evidence, Edit loser) {
        if (evidence.decisions().stream().noneMatch(told -> told.explains(loser.crm(), loser.agreed()))) {
            findings.add(
                    HubHarm.UNEXPLAINED,
                    evidence.field() + ": a person typed " + loser + ", '" + evidence.agreed()
                            + "' holds, and no decision says why");
        }
    }

    private void agreedIsExplained(Evidence evidence) {
        boolean isExplained = evidence.decisions().stream()
                .findFirst()
                .filter(newest -> newest.value().equals(evidence.agreed()))
                .filter(newest -> !newest.rule().isBlank())
                .filter(newest -> newest.candidates().stream().anyMatch(Told.Candidate::won))
                .isPresent();
        if (!isExplained) {
            findings.add(
                    HubHarm.UNEXPLAINED,
                    evidence.field() + ": no decision says why '" + evidence.agreed() + "' holds; the newest say "
                            + evidence.decisions().stream()
                                    .limit(2)
                                    .map(Told::value)
                                    .collect(Collectors.joining(", ")));
        }
    }
}

package dev.tailback.verification.benchmarks.hub;

import java.util.List;
import java.util.function.Predicate;

/**
 * What became of the values that people typed.
 *
 * @param typedOver a person typed something else in the same CRM and field later
 * @param agreed all CRMs hold them
 * @param replaced not agreed, and the synchroniser can say why
 * @param lost not agreed, and nobody can say why
 * @param lastWords of the lost ones: nobody typed anything else in that field afterwards, in any CRM
 */
record Fates(long typedOver, long agreed, long replaced, long lost, long lastWords) {

    /** @param edits in their order */
    static Fates of(List<Edit> edits, Held held, Predicate<String> explained) {
        List<Edit> standing = edits.stream()
                .filter(edit -> later(edits, edit).stream().noneMatch(other -> other.crm() == edit.crm()))
                .toList();
        List<Edit> gone = standing.stream().filter(edit -> !held.allHold(edit)).toList();
        List<Edit> lost =
                gone.stream().filter(edit -> !explained.test(edit.value())).toList();
        return new Fates(
                edits.size() - standing.size(),
                standing.size() - gone.size(),
                gone.size() - lost.size(),
                lost.size(),
                lost.stream().filter(edit -> later(edits, edit).isEmpty()).count());
    }

    private static List<Edit> later(List<Edit> edits, Edit edit) {
        return edits.subList(edits.indexOf(edit) + 1, edits.size()).stream()
                .filter(edit::isOfSameField)
                .toList();
    }
}

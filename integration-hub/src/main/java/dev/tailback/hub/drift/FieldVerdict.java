package dev.tailback.hub.drift;

import dev.tailback.mapping.drift.FieldChange;
import dev.tailback.mapping.drift.Weight;
import dev.tailback.mapping.schema.OrgField;
import java.util.Optional;

/**
 * Whether a mapped field can be used as it is now.
 *
 * @param stops empty when it can
 */
record FieldVerdict(Optional<StopScope> stops, String sentence, String mend) {

    private static final FieldVerdict USABLE = new FieldVerdict(Optional.empty(), "", "");

    /** @param was when it could be used; empty when nobody saw that */
    static FieldVerdict of(String name, Optional<OrgField> was, Optional<OrgField> now) {
        if (now.isEmpty()) {
            return gone(name);
        }
        Optional<OrgField> before = was.filter(field -> TypeChange.weight(field, now.get()) == Weight.BREAKING);
        return before.map(field -> retyped(name, field, now.get()))
                .orElseGet(() -> now.get().isUpdateable() ? USABLE : unwritable(name));
    }

    static FieldVerdict objectGone(String object) {
        return new FieldVerdict(
                Optional.of(StopScope.OBJECT),
                object
                        + " is gone, or our user may not see it. Nothing of it is read or written until then; what was read "
                        + "stays.",
                "Give our user the right to read " + object + ", or map another object.");
    }

    private static FieldVerdict gone(String name) {
        return new FieldVerdict(
                Optional.of(StopScope.FIELD),
                name + " is gone, or our user may not see it. It is neither read nor written until then; what was said "
                        + "there stays, and all other fields go on.",
                "Bring " + name
                        + " back, give our user the right to read it, or map another field. It goes on by itself.");
    }

    private static FieldVerdict retyped(String name, OrgField before, OrgField now) {
        return new FieldVerdict(
                Optional.of(StopScope.FIELD),
                name + " has another type: " + now.type() + " (was " + before.type()
                        + "). Its values are others now, so it "
                        + "is neither read nor written; what was said there stays, and all other fields go on.",
                "Give it back its type, map another field, or accept it as it is.");
    }

    private static FieldVerdict unwritable(String name) {
        return new FieldVerdict(
                Optional.of(StopScope.WRITING),
                name
                        + " cannot be written by our user. It is read, and the agreed value does not reach it; all other fields "
                        + "go on.",
                "Give our user the right to change it, unless it is computed there. It goes on by itself.");
    }

    boolean isSameAs(FieldStop stop) {
        return stops.filter(scope -> scope == stop.scope()).isPresent()
                && stop.sentence().equals(sentence)
                && stop.mend().equals(mend);
    }

    /** How much another description of a field matters that can still be used. */
    static Weight weight(OrgField before, OrgField now) {
        Weight byType = TypeChange.weight(before, now);
        boolean isLess = new FieldChange(before, now).isLess()
                || before.isNillable() && !now.isNillable()
                || !now.values().containsAll(before.values());
        boolean isLost = before.isUpdateable() && !now.isUpdateable();
        return isLost || byType == Weight.BREAKING
                ? Weight.BREAKING
                : isLess || byType == Weight.LOSSY ? Weight.LOSSY : Weight.HARMLESS;
    }
}

package dev.tailback.mapping.drift;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.Finding;
import java.util.Arrays;
import java.util.Optional;

/** What only deserves a look in a mapping that is chosen can matter more when it comes by itself. */
final class NewHint {

    private NewHint() {}

    static Change of(Mapping mapping, Finding hint) {
        if (hint.about().startsWith(mapping.object(Part.USAGE) + ".")) {
            return required(hint);
        }
        boolean isIdea =
                Arrays.stream(Idea.values()).anyMatch(idea -> idea.path().equals(hint.about()));
        return new Change(
                isIdea ? Weight.LOSSY : Weight.HARMLESS,
                Stops.NOTHING,
                hint.about(),
                hint.sentence(),
                hint.mend(),
                Optional.empty());
    }

    /** A field of the usage that must be filled and was not there, or was optional, when the mapping was chosen. */
    private static Change required(Finding hint) {
        return new Change(
                Weight.BREAKING,
                Stops.SENDING,
                hint.about(),
                hint.sentence() + " Nothing is sent until then; people go on booking, and nothing is lost.",
                hint.mend() + " If something in the org fills it, put the mapping in use again with a note: it then "
                        + "counts as known.",
                Optional.empty());
    }
}

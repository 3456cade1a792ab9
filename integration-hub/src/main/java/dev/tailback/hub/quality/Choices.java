package dev.tailback.hub.quality;

import dev.tailback.hub.entity.Items;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Flags, choices and lists. */
final class Choices {

    private static final Set<String> YES = Set.of("true", "yes", "ja", "1", "y", "j", "on", "wahr", "x");
    private static final Set<String> NO = Set.of("false", "no", "nein", "0", "n", "off", "falsch");

    private Choices() {}

    static Checked flag(String line, String was) {
        String folded = Folded.of(line);
        if (YES.contains(folded) || NO.contains(folded)) {
            return Checked.written(
                    String.valueOf(YES.contains(folded)), was, "flag_form", "It was written as true or false.");
        }
        return Checked.refused(was, "flag_invalid", "This is neither true nor false.");
    }

    static Checked choice(String line, String was, List<String> choices) {
        if (choices.contains(line)) {
            return Checked.written(line, was, "choice_form", "Spaces were mended.");
        }
        return choices.stream()
                .filter(choice -> Folded.of(choice).equals(Folded.of(line)))
                .findFirst()
                .map(choice -> Checked.written(choice, was, "choice_form", "It was written as the choice is declared."))
                .orElseGet(() -> Checked.refused(
                        was, "choice_unknown", "This is no choice of the attribute: add it, or map it to one."));
    }

    static Checked list(String text, String was) {
        List<String> items = Arrays.stream(text.split(";")).map(PlainText::line).toList();
        String written = Items.text(items);
        return written.isEmpty()
                ? Checked.refused(was, "placeholder", "The list has no item.")
                : Checked.written(written, was, "list_form", "Items were sorted, and each is there once.");
    }
}

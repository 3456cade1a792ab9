package dev.tailback.hub.quality;

import dev.tailback.hub.quality.LegalForms.Parted;
import java.util.ArrayList;
import java.util.List;

/**
 * A company's name taken apart for comparing.
 *
 * @param words without legal form, article and connecting words, never empty unless the name is
 * @param form the legal form as one word of its own, {@code GmbH}; empty if the name tells none
 */
public record CompanyName(List<String> words, String form) {

    private static final LegalForms FORMS = LegalForms.shipped();
    private static final List<String> LIGHT =
            List.of("and", "und", "et", "y", "the", "der", "die", "das", "of", "co", "cie", "company");

    public static CompanyName of(String name) {
        Parted parted = FORMS.part(Folded.words(name));
        List<String> words = new ArrayList<>(parted.words());
        words.removeIf(LIGHT::contains);
        return new CompanyName(words.isEmpty() ? parted.words() : List.copyOf(words), parted.form());
    }

    /** The words that make the name. */
    public String core() {
        return String.join(" ", words);
    }
}

package dev.tailback.hub.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Legal forms of companies in many countries, and the ways they are written ({@code legal-forms.txt}). */
final class LegalForms {

    private static final int MOST_WORDS = 6;

    private final Map<String, String> canonical;

    private LegalForms(Map<String, String> canonical) {
        this.canonical = Map.copyOf(canonical);
    }

    /** Each line of the file: the form, and after a colon the ways to write it. */
    static LegalForms shipped() {
        Map<String, String> forms = new HashMap<>();
        Words.shipped("legal-forms.txt").forEach(line -> add(forms, line));
        return new LegalForms(forms);
    }

    private static void add(Map<String, String> forms, String line) {
        String[] parts = line.split(":", 2);
        String form = parts[0].strip();
        forms.put(Folded.of(form), form);
        if (parts.length == 2) {
            for (String written : parts[1].split(",")) {
                forms.put(Folded.of(written), form);
            }
        }
    }

    /** The name's words without its form, and the form; a name that is nothing but a form stays as it is. */
    Parted part(List<String> words) {
        for (int length = Math.min(MOST_WORDS, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            String form = canonical.get(String.join(" ", words.subList(from, words.size())));
            if (form != null) {
                Parted before = part(words.subList(0, from));
                return new Parted(before.words(), before.form().isEmpty() ? form : before.form() + " & " + form);
            }
        }
        return atTheBeginning(words);
    }

    private Parted atTheBeginning(List<String> words) {
        String first = words.size() > 1 ? canonical.get(words.get(0)) : null;
        boolean isSlavic = first != null && (first.equals("OOO") || first.equals("PT") || first.equals("AO"));
        return isSlavic && first != null ? new Parted(words.subList(1, words.size()), first) : new Parted(words, "");
    }

    record Parted(List<String> words, String form) {}
}

package dev.tailback.mapping.drift;

import dev.tailback.mapping.schema.OrgField;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How probably a new field is one that is gone, under another name. A person who renames a field seldom changes its
 * label with it, so an equal label counts most.
 *
 * @param score 0 for another type, and up to 2
 */
public record Likely(OrgField field, double score) {

    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
    private static final double ENOUGH = 0.8;

    /** Those of the new fields that are alike enough, the likeliest first. */
    public static List<Likely> ranked(OrgField gone, List<OrgField> fresh) {
        return fresh.stream()
                .map(field -> of(gone, field))
                .filter(Likely::isEnough)
                .sorted(Comparator.comparingDouble(Likely::score)
                        .thenComparing(likely -> likely.field().name())
                        .reversed())
                .toList();
    }

    static Likely of(OrgField gone, OrgField fresh) {
        boolean isSameKind =
                gone.type().equals(fresh.type()) && gone.referenceTo().equals(fresh.referenceTo());
        if (!isSameKind) {
            return new Likely(fresh, 0);
        }
        double sameLabel = !gone.label().isEmpty() && gone.label().equalsIgnoreCase(fresh.label()) ? 1 : 0;
        return new Likely(fresh, sameLabel + ALIKE.apply(plain(gone.name()), plain(fresh.name())));
    }

    boolean isEnough() {
        return score >= ENOUGH;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("__c$", "").replace("_", "");
    }
}

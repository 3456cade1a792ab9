package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Comparing;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Identifies;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What decides without probability: equal keys for, other keys and other names against. */
record CertainKeys(Entity entity) {

    Optional<String> equal(Score score) {
        return Compared.in(entity).stream()
                .filter(attribute -> score.of(attribute.name()) == Agreement.SAME)
                .filter(attribute -> isCertain(attribute, score))
                .map(attribute -> label(attribute) + " is the same, which is certain"
                        + (attribute.identifies() == Identifies.WITH_LIKE_NAME ? " with names that agree." : "."))
                .findFirst();
    }

    private boolean isCertain(Attribute attribute, Score score) {
        return switch (attribute.identifies()) {
            case NO -> false;
            case ALONE -> true;
            case WITH_LIKE_NAME -> namesAgree(score);
        };
    }

    /** Every name that both have is at least nearly the same, and there is one. */
    private boolean namesAgree(Score score) {
        List<Agreement> names = Compared.in(entity).stream()
                .filter(Compared::isName)
                .map(attribute -> score.of(attribute.name()))
                .filter(agreement -> agreement != Agreement.UNKNOWN)
                .toList();
        return !names.isEmpty()
                && names.stream().allMatch(one -> one == Agreement.SAME || one == Agreement.NEAR)
                && countriesAgree(score);
    }

    private boolean countriesAgree(Score score) {
        return entity.ofKind(AttributeKind.COUNTRY).stream()
                .noneMatch(country -> score.of(country.name()) == Agreement.DIFFERENT);
    }

    Optional<String> against(Score score) {
        return Compared.in(entity).stream()
                .filter(attribute -> score.of(attribute.name()) == Agreement.DIFFERENT)
                .filter(attribute ->
                        attribute.identifies() == Identifies.ALONE || attribute.compared() == Comparing.MUST_AGREE)
                .map(attribute -> label(attribute) + " is different.")
                .findFirst();
    }

    /**
     * What else keeps a probable pair from being merged: a company's name with one more word or another legal form,
     * since the companies of a group share website, phone and address.
     */
    Optional<String> againstProbability(Score score) {
        return against(score)
                .or(() -> Compared.in(entity).stream()
                        .filter(attribute -> attribute.kind() == AttributeKind.COMPANY_NAME)
                        .filter(attribute -> attribute.compared() == Comparing.MUST_AGREE)
                        .filter(attribute -> score.of(attribute.name()) == Agreement.ALIKE)
                        .map(attribute -> label(attribute) + " is only somewhat alike.")
                        .findFirst());
    }

    private static String label(Attribute attribute) {
        return attribute.labels().in(Locale.ENGLISH);
    }
}

package dev.tailback.hub.pages;

import dev.tailback.hub.api.CandidatesApi.CandidateView;
import dev.tailback.hub.api.GoneApi.GoneView;
import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.golden.Question;
import dev.tailback.hub.stewards.Merge;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for a steward. @param open how many values wait to be chosen, also those that are not shown */
public record InboxScreen(
        List<CandidateView> pairs, List<Question> questions, long open, List<GoneView> gone, List<Merge> merges) {

    private static final int A_FEW = 3;

    /** So that a person knows which one it is; its id where nothing is agreed. */
    public static String words(GoldenView golden) {
        String words = golden.values().stream()
                .filter(agreed -> !agreed.value().isEmpty())
                .sorted(Comparator.comparing(InboxScreen::isNoName).thenComparing(AgreedValue::attribute))
                .limit(A_FEW)
                .map(AgreedValue::value)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? golden.id().toString() : words;
    }

    private static boolean isNoName(AgreedValue agreed) {
        return !agreed.attribute().toLowerCase(Locale.ROOT).contains("name");
    }

    /** The attributes that one of both has. */
    public List<String> attributes(CandidateView pair) {
        return Stream.of(pair.own(), pair.other())
                .flatMap(Optional::stream)
                .flatMap(golden -> golden.values().stream())
                .map(AgreedValue::attribute)
                .distinct()
                .sorted()
                .toList();
    }

    public String value(Optional<GoldenView> golden, String attribute) {
        return golden.stream()
                .flatMap(one -> one.values().stream())
                .filter(agreed -> agreed.attribute().equals(attribute))
                .map(AgreedValue::value)
                .findFirst()
                .orElse("");
    }
}

package dev.tailback.hub.pages;

import dev.tailback.hub.api.CandidatesApi.CandidateView;
import dev.tailback.hub.api.GoneApi.GoneView;
import dev.tailback.hub.dossier.AgreedValue;
import dev.tailback.hub.dossier.GoldenView;
import dev.tailback.hub.golden.Question;
import dev.tailback.hub.stewards.Merge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits for a steward. @param open how many values wait to be chosen, also those that are not shown */
public record InboxScreen(
        Called called,
        List<CandidateView> pairs,
        List<Question> questions,
        long open,
        List<GoneView> gone,
        List<NamedMerge> merges) {

    /** A merge, and what people call the record that it made. */
    public record NamedMerge(Merge merge, String name) {}

    /** What people call a record; empty for one that stands for nothing yet. */
    public String name(Optional<GoldenView> golden) {
        return golden.map(GoldenName::of).orElse("");
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

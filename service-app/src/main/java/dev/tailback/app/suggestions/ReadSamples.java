package dev.tailback.app.suggestions;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.suggestion.Asked;
import dev.tailback.mapping.suggestion.Candidate;
import dev.tailback.mapping.suggestion.Suggestion;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.sample.Sample;
import dev.tailback.salesforce.sample.SampleReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the candidates hold in one contract, its first line and that line's first usage: three calls at most. */
@Singleton
class ReadSamples {

    private final FindContract contracts;
    private final SampleReader reader;

    ReadSamples(FindContract contracts, SampleReader reader) {
        this.contracts = contracts;
        this.reader = reader;
    }

    Samples of(Asked asked, List<Suggestion> suggestions, SampleAsked sample) {
        return sample.isWanted() ? of(asked, suggestions, sample.text()) : Samples.none(Samples.NOT_ASKED);
    }

    /** Suggestions do not need samples, so whatever keeps them from being read is only said. */
    private Samples of(Asked asked, List<Suggestion> suggestions, String contract) {
        return contracts
                .read(
                        asked.contract().name(),
                        first(suggestions, Idea.NUMBER),
                        contract,
                        paths(suggestions, Part.CONTRACT))
                .fold(
                        found -> lines(
                                asked,
                                suggestions,
                                Samples.none("Values of " + asked.contract().name() + " "
                                                + found.value().id() + ".")
                                        .with(Part.CONTRACT, found.value())),
                        () -> Samples.none(asked.contract().name() + " has no record " + contract
                                + (contract.isEmpty() ? "" : " ") + "that the integration user may see."),
                        refused -> Samples.none("Salesforce refuses to show samples: " + refused.reason()),
                        unavailable -> Samples.none("Samples cannot be read now: " + unavailable.reason()));
    }

    private Samples lines(Asked asked, List<Suggestion> suggestions, Samples contract) {
        return child(asked.line().name(), suggestions, Idea.CONTRACT, contract)
                .map(line -> asked.usage()
                        .flatMap(usage -> child(usage.name(), suggestions, Idea.CONTRACT_PRODUCT, line))
                        .orElse(line))
                .orElse(contract);
    }

    /** Empty where there is no child, or it is not known which field points to its parent. */
    private Optional<Samples> child(String object, List<Suggestion> suggestions, Idea parent, Samples above) {
        Part part = parent.part();
        Part higher = part == Part.USAGE ? Part.CONTRACT_PRODUCT : Part.CONTRACT;
        Optional<String> reference = first(suggestions, parent);
        return Optional.ofNullable(above.records().get(higher))
                .flatMap(record -> reference.flatMap(
                        field -> first(reader.children(object, field, record.id(), paths(suggestions, part), 1))))
                .map(child -> above.with(part, child));
    }

    private static Optional<String> first(List<Suggestion> suggestions, Idea idea) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.idea() == idea)
                .findFirst()
                .flatMap(Suggestion::first);
    }

    private static Optional<Sample> first(Reading<List<Sample>> children) {
        return children.fold(
                found -> found.value().stream().findFirst(),
                Optional::empty,
                refused -> Optional.empty(),
                unavailable -> Optional.empty());
    }

    private static List<String> paths(List<Suggestion> suggestions, Part part) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.idea().part() == part)
                .flatMap(suggestion -> Stream.concat(
                        suggestion.kept().stream(),
                        suggestion.candidates().stream().map(Candidate::path)))
                .distinct()
                .toList();
    }
}

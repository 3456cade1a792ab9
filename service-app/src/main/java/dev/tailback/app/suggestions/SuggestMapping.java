package dev.tailback.app.suggestions;

import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.suggestion.Asked;
import dev.tailback.mapping.suggestion.FieldSuggestions;
import dev.tailback.mapping.suggestion.ObjectSuggestions;
import dev.tailback.mapping.suggestion.SuggestedFile;
import dev.tailback.mapping.suggestion.Suggestion;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suggests objects and fields from what Salesforce describes now; what an admin has mapped already is kept. */
@Singleton
public class SuggestMapping {

    private final DescribedObjects org;
    private final ActiveMapping active;
    private final ReadSamples samples;

    SuggestMapping(DescribedObjects org, ActiveMapping active, ReadSamples samples) {
        this.org = org;
        this.active = active;
        this.samples = samples;
    }

    /** @throws dev.tailback.web.problems.Problem 404 {@code unknown_object}, or why Salesforce cannot be asked */
    public SuggestionsView suggest(ObjectNamesAsked asked) {
        if (asked.contract().isEmpty()) {
            return SuggestionsView.ofObjects(ObjectView.all(ObjectSuggestions.contracts(org.names())), List.of());
        }
        OrgObject contract = org.one(asked.contract().get());
        if (asked.line().isEmpty()) {
            return SuggestionsView.ofObjects(List.of(), children(Part.CONTRACT_PRODUCT, contract));
        }
        OrgObject line = org.one(asked.line().get());
        return fields(new Asked(contract, line, asked.usage().map(org::one), Map.of()), asked.sample());
    }

    private List<ObjectView> children(Part part, OrgObject parent) {
        List<String> worth = ObjectSuggestions.worthDescribing(part, parent);
        return ObjectView.all(ObjectSuggestions.children(part, parent, org.all(worth)));
    }

    private SuggestionsView fields(Asked objects, SampleAsked sample) {
        Asked asked = new Asked(objects.contract(), objects.line(), objects.usage(), kept(objects));
        List<Suggestion> suggestions = FieldSuggestions.of(asked);
        SuggestedFile file = new SuggestedFile(asked, suggestions, mine());
        Samples read = samples.of(asked, suggestions, sample);
        return new SuggestionsView(
                List.of(),
                List.of(),
                asked.usage().isPresent() ? List.of() : children(Part.USAGE, asked.line()),
                file.listedAs(),
                file.fulfilledWhen(),
                suggestions.stream()
                        .sorted(Comparator.comparing(
                                        (Suggestion each) -> each.idea().part())
                                .thenComparing(each -> !each.idea().isRequired()))
                        .map(each -> IdeaView.of(each, read))
                        .toList(),
                fieldsOf(asked),
                Optional.of(file.text()),
                read.said(),
                read.contractId());
    }

    private static List<FieldView> fieldsOf(Asked asked) {
        return Arrays.stream(Part.values())
                .flatMap(part -> object(asked, part).stream().flatMap(object -> FieldView.all(part, object).stream()))
                .toList();
    }

    /** The mapping that an admin has saved; the one that Tailback brings along is nobody's choice. */
    private Optional<Mapping> mine() {
        ActiveVersion now = active.now();
        return now.version() == 0 ? Optional.empty() : Optional.of(now.mapping());
    }

    private Map<Idea, String> kept(Asked asked) {
        Map<Idea, String> kept = new EnumMap<>(Idea.class);
        mine().ifPresent(mapping -> mapping.fields().forEach((idea, path) -> {
            if (object(asked, idea.part())
                    .map(OrgObject::name)
                    .filter(mapping.object(idea.part())::equalsIgnoreCase)
                    .isPresent()) {
                kept.put(idea, path);
            }
        }));
        return kept;
    }

    private static Optional<OrgObject> object(Asked asked, Part part) {
        return switch (part) {
            case CONTRACT -> Optional.of(asked.contract());
            case CONTRACT_PRODUCT -> Optional.of(asked.line());
            case USAGE -> asked.usage();
        };
    }
}

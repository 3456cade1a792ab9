package dev.tailback.app.suggestions.page;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.mapping.FindingView;
import dev.tailback.app.suggestions.FieldView;
import dev.tailback.app.suggestions.SuggestionsView;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields for the three objects.
 *
 * @param offered what is suggested; empty while Salesforce cannot be asked
 * @param look what the choice would mean, where somebody has asked
 * @param trouble why something was not done
 */
public record FieldsScreen(
        Visitor visitor,
        ActiveVersion inUse,
        FieldsTyped typed,
        Optional<SuggestionsView> offered,
        Optional<Look> look,
        Trouble trouble) {

    /** The parts in their order. */
    public List<Part> parts() {
        return List.of(Part.values());
    }

    /** The ideas of a part, required ones first. */
    public List<IdeaChoice> ideas(Part part) {
        return Idea.of(part).stream()
                .sorted(Comparator.comparing(idea -> !idea.isRequired()))
                .map(idea -> IdeaChoice.of(
                        idea,
                        typed.pick(idea),
                        offered.flatMap(view -> view.ideas().stream()
                                .filter(each -> each.idea().equals(idea.path()))
                                .findFirst()),
                        fields(),
                        findings()))
                .toList();
    }

    /** Everything that may be typed for a part. */
    public List<FieldView> fields(Part part) {
        return fields().stream()
                .filter(field -> field.part().equals(part.key()))
                .toList();
    }

    private List<FieldView> fields() {
        return offered.map(SuggestionsView::fields).orElse(List.of());
    }

    private List<FindingView> findings() {
        return look.map(found -> found.check().findings()).orElse(List.of());
    }

    /** Findings about objects and whatever else has no row. */
    public List<FindingView> findingsElsewhere() {
        Set<String> rows = List.of(Idea.values()).stream().map(Idea::path).collect(Collectors.toSet());
        return findings().stream()
                .filter(finding -> !rows.contains(finding.about()))
                .toList();
    }

    /** The rows about which something was found. */
    public List<IdeaChoice> found() {
        return parts().stream()
                .flatMap(part -> ideas(part).stream())
                .filter(idea -> !idea.findings().isEmpty())
                .toList();
    }

    /** Conditions of the mapping in use that stay. */
    public boolean keepsConditions() {
        return inUse.version() > 0
                && parts().stream()
                        .anyMatch(part -> !inUse.mapping().only(part).isEmpty()
                                && inUse.mapping()
                                        .object(part)
                                        .equalsIgnoreCase(typed.objects().object(part)));
    }
}

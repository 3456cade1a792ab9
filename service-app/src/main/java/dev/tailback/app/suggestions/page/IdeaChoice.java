package dev.tailback.app.suggestions.page;

import dev.tailback.app.mapping.FindingView;
import dev.tailback.app.suggestions.FieldView;
import dev.tailback.app.suggestions.IdeaView;
import dev.tailback.mapping.Idea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One idea with everything that can be chosen for it.
 *
 * @param options what is kept, what is suggested, and what was chosen otherwise
 * @param findings what a look has found about it
 */
public record IdeaChoice(Idea idea, Pick pick, List<Option> options, List<FindingView> findings) {

    static IdeaChoice of(
            Idea idea, Pick pick, Optional<IdeaView> offered, List<FieldView> fields, List<FindingView> findings) {
        List<Option> options = new ArrayList<>();
        offered.ifPresent(view -> {
            view.kept()
                    .ifPresent(kept -> options.add(
                            Option.kept(kept, described(idea, kept, fields), idea.isWritten(), view.keptSample())));
            view.candidates().forEach(candidate -> options.add(Option.suggested(candidate, idea.isWritten())));
        });
        pick.shown()
                .filter(field ->
                        options.stream().noneMatch(option -> option.field().equalsIgnoreCase(field)))
                .ifPresent(
                        field -> options.add(Option.chosen(field, described(idea, field, fields), idea.isWritten())));
        return new IdeaChoice(
                idea,
                pick,
                List.copyOf(options),
                findings.stream()
                        .filter(finding -> finding.about().equals(idea.path()))
                        .toList());
    }

    private static Optional<FieldView> described(Idea idea, String field, List<FieldView> fields) {
        return fields.stream()
                .filter(each ->
                        each.part().equals(idea.part().key()) && each.field().equalsIgnoreCase(field))
                .findFirst();
    }

    /** Of its texts, and for ids: {@code usage-external-id} for {@code usage.externalId}. */
    public String word() {
        return idea.path().replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    public boolean isKept() {
        return options.stream().anyMatch(option -> option.origin().equals("kept"));
    }

    /** Whether nothing can be offered for it. */
    public boolean isWithout() {
        return options.isEmpty();
    }
}

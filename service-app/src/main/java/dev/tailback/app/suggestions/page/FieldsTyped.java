package dev.tailback.app.suggestions.page;

import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.suggestions.CandidateView;
import dev.tailback.app.suggestions.IdeaView;
import dev.tailback.app.suggestions.SuggestionsView;
import dev.tailback.mapping.Idea;
import dev.tailback.web.input.Form;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that stands in the form of fields, as typed, so that nothing is lost when it is refused.
 *
 * @param seen the version of the mapping that was in use when the form was opened
 */
public record FieldsTyped(ObjectsTyped objects, Map<Idea, Pick> picks, Beside beside, String seen) {

    public FieldsTyped {
        picks = Map.copyOf(picks);
    }

    /**
     * What belongs to a mapping beside its fields.
     *
     * @param fulfilledWhen a value on each line
     */
    public record Beside(String name, String listedAs, String fulfilledWhen, String note, boolean leavesReported) {}

    static FieldsTyped of(Form form) {
        Map<Idea, Pick> picks = new EnumMap<>(Idea.class);
        Arrays.stream(Idea.values())
                .forEach(idea -> picks.put(
                        idea,
                        new Pick(
                                form.text(idea.path()),
                                form.text("other." + idea.path()).strip())));
        Beside beside = new Beside(
                form.text("name").strip(),
                form.text("listedAs").strip(),
                form.text("fulfilledWhen"),
                form.text("note").strip(),
                form.text("leaveReported").equals("yes"));
        return new FieldsTyped(ObjectsTyped.of(form), picks, beside, form.text("seen"));
    }

    /** What is kept, and the best of what is suggested. */
    static FieldsTyped of(ObjectsTyped objects, SuggestionsView offered, ActiveVersion inUse) {
        Map<Idea, Pick> picks = new EnumMap<>(Idea.class);
        offered.ideas().forEach(idea -> picks.put(idea(idea), first(idea)));
        String name =
                inUse.version() == 0 ? objects.contract() : inUse.mapping().name();
        Beside beside =
                new Beside(name, offered.listedAs().orElse(""), String.join("\n", offered.fulfilledWhen()), "", false);
        return new FieldsTyped(objects, picks, beside, String.valueOf(inUse.version()));
    }

    private static Idea idea(IdeaView view) {
        return Arrays.stream(Idea.values())
                .filter(idea -> idea.path().equals(view.idea()))
                .findFirst()
                .orElseThrow();
    }

    private static Pick first(IdeaView idea) {
        Optional<String> first =
                idea.kept().or(() -> idea.candidates().stream().findFirst().map(CandidateView::field));
        return first.map(Pick::is).orElseGet(() -> idea.required() ? Pick.open() : Pick.nothing());
    }

    public Pick pick(Idea idea) {
        return picks.getOrDefault(idea, Pick.nothing());
    }

    FieldsTyped seeing(long version) {
        return new FieldsTyped(objects, picks, beside, String.valueOf(version));
    }
}

package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.List;
import java.util.stream.Stream;

/** All fields of an object that may stand for an idea, each weighed by itself. */
record Candidates(Asked asked, OrgObject object, Likeness likeness) {

    List<Scored> of(Idea idea) {
        References references = new References(
                likeness, object, List.of(asked.contract().name(), asked.line().name()));
        return switch (idea) {
            case CONTRACT -> references.parents(idea, asked.contract());
            case CONTRACT_PRODUCT -> references.parents(idea, asked.line());
            case CUSTOMER -> references.customers();
            case CUSTOMER_NAME -> joined(references.names(references.customers()), named(idea));
            case PRODUCT -> joined(named(idea), references.names(references.products()));
            default -> named(idea);
        };
    }

    private static List<Scored> joined(List<Scored> some, List<Scored> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<Scored> named(Idea idea) {
        return object.fields().stream()
                .filter(field -> Fitting.of(idea, field) > 0 && !SystemFields.has(field.name()))
                .map(field -> named(idea, field))
                .filter(scored -> scored.score() > 0)
                .toList();
    }

    private Scored named(Idea idea, OrgField field) {
        Likeness.Found found = likeness.of(
                field.name(), field.label(), likeness.wording().vocabulary().of(idea));
        Scored words = new Scored(field.name(), field, found.score(), found.reasons()).times(Fitting.of(idea, field));
        return Signs.beside(idea, words);
    }
}

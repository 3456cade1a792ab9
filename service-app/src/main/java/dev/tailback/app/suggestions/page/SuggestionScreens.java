package dev.tailback.app.suggestions.page;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.mapping.MappingReading;
import dev.tailback.app.suggestions.SuggestMapping;
import dev.tailback.app.suggestions.SuggestionsView;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts together what the page shows. Whatever keeps suggestions from being made is said, and what was typed stays. */
@Singleton
class SuggestionScreens {

    private final SuggestMapping suggestions;
    private final MappingReading mappings;

    SuggestionScreens(SuggestMapping suggestions, MappingReading mappings) {
        this.suggestions = suggestions;
        this.mappings = mappings;
    }

    ActiveVersion inUse() {
        return mappings.inUse();
    }

    /** @throws Problem when nothing can be suggested */
    SuggestionsView offered(ObjectsTyped objects) {
        return suggestions.suggest(objects.asked());
    }

    /** The choice of the next object. */
    ObjectsScreen objects(Visitor visitor, ObjectsTyped chosen, SuggestionsView offered) {
        return new ObjectsScreen(visitor, inUse(), chosen, "", Optional.of(offered), Trouble.none());
    }

    /** The same choice again, since what was typed for it is no object, or nothing can be asked now. */
    ObjectsScreen again(Visitor visitor, ObjectsTyped typed, Problem refusal) {
        ObjectsTyped before = typed.before();
        Optional<SuggestionsView> offered =
                refusal.status().getCode() < 500 ? tried(before).offered() : Optional.empty();
        String name = typed.object(typed.last());
        return new ObjectsScreen(visitor, inUse(), before, name, offered, Trouble.of(refusal, visitor.texts()));
    }

    /** Fields to begin with. */
    FieldsScreen fields(Visitor visitor, ObjectsTyped objects, SuggestionsView offered) {
        ActiveVersion inUse = inUse();
        FieldsTyped typed = FieldsTyped.of(objects, offered, inUse);
        return new FieldsScreen(visitor, inUse, typed, Optional.of(offered), Optional.empty(), Trouble.none());
    }

    FieldsScreen looked(Visitor visitor, FieldsTyped typed, Optional<Look> look) {
        Tried tried = tried(typed.objects());
        Trouble trouble = tried.refusal()
                .or(() -> look.flatMap(Look::untried))
                .map(problem -> Trouble.of(problem, visitor.texts()))
                .orElseGet(Trouble::none);
        return new FieldsScreen(visitor, inUse(), typed, tried.offered(), look, trouble);
    }

    /** A person who was overtaken sees what is in use now, and the next order is about that. */
    FieldsScreen refused(Visitor visitor, FieldsTyped typed, Trouble trouble, boolean isOvertaken) {
        ActiveVersion inUse = inUse();
        FieldsTyped shown = isOvertaken ? typed.seeing(inUse.version()) : typed;
        return new FieldsScreen(visitor, inUse, shown, tried(typed.objects()).offered(), Optional.empty(), trouble);
    }

    private record Tried(Optional<SuggestionsView> offered, Optional<Problem> refusal) {}

    private Tried tried(ObjectsTyped objects) {
        try {
            return new Tried(Optional.of(offered(objects)), Optional.empty());
        } catch (Problem refusal) {
            return new Tried(Optional.empty(), Optional.of(refusal));
        }
    }
}

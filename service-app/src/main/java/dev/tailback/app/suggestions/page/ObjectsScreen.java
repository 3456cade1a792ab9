package dev.tailback.app.suggestions.page;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.suggestions.ObjectView;
import dev.tailback.app.suggestions.SuggestionsView;
import dev.tailback.mapping.Part;
import java.util.List;
import java.util.Optional;

/**
 * The choice of the next object.
 *
 * @param chosen the objects that are chosen already
 * @param typed a name that was typed for the next one and is none
 * @param offered what is suggested for it; empty while Salesforce cannot be asked
 */
public record ObjectsScreen(
        Visitor visitor,
        ActiveVersion inUse,
        ObjectsTyped chosen,
        String typed,
        Optional<SuggestionsView> offered,
        Trouble trouble) {

    /** Which object is to be chosen. */
    public Part next() {
        return chosen.next();
    }

    /** Of its texts: {@code contract}, {@code line} or {@code usage}. */
    public String word() {
        return word(next());
    }

    /** The name of a part's field in the form. */
    public static String word(Part part) {
        return part == Part.CONTRACT_PRODUCT ? "line" : part.key();
    }

    public List<ObjectView> candidates() {
        return offered.map(view -> switch (next()) {
                    case CONTRACT -> view.contractObjects();
                    case CONTRACT_PRODUCT -> view.lineObjects();
                    case USAGE -> view.usageObjects();
                })
                .orElse(List.of());
    }

    /** The file as far as it goes without usage, for whoever lets the object of usage be made. */
    public Optional<String> file() {
        return offered.filter(view -> next() == Part.USAGE).flatMap(SuggestionsView::file);
    }

    /** Whether the objects of the mapping in use were chosen by an admin before. */
    public boolean hasBefore() {
        return inUse.version() > 0;
    }

    public String before(Part part) {
        return inUse.mapping().object(part);
    }
}

package dev.tailback.app.mapping.page;

import dev.tailback.app.drift.DriftView;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.app.mapping.MappingCheckView;
import dev.tailback.app.mapping.MappingVersionPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The mapping in use, its versions, and the form for another one.
 *
 * @param typed what stands in the form
 * @param checked what the typed mapping would mean, where somebody has asked
 * @param drift whether the org is as it was when the mapping was put in use
 * @param error a sentence, or empty
 */
public record MappingScreen(
        Visitor visitor,
        ActiveVersion inUse,
        MappingVersionPage versions,
        Typed typed,
        Optional<MappingCheckView> checked,
        DriftView drift,
        String error) {

    /** What stands in the form. */
    public record Typed(String yaml, String note, boolean leavesReported) {}

    /** Whether the visitor may change it; others only read and check. */
    public boolean acts() {
        return visitor.hasOneOf(Set.of("admin"));
    }

    public List<IdeaRow> ideas() {
        return IdeaRow.of(inUse.mapping());
    }
}

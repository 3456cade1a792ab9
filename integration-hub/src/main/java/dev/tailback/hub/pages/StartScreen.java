package dev.tailback.hub.pages;

import dev.tailback.hub.api.CrmsApi.CrmView;
import dev.tailback.hub.api.State;
import dev.tailback.hub.intents.RefusedGroup;
import java.util.List;
import java.util.Map;

/** What the first page shows. */
public record StartScreen(State state, List<CrmView> crms, List<RefusedGroup> refused) {

    /** By the last part of its text's key, in the order of the way. */
    public List<Map.Entry<String, Long>> figures() {
        return List.of(
                Map.entry("unabsorbed", state.unabsorbed()),
                Map.entry("unmatched", state.unmatched()),
                Map.entry("due", state.due()),
                Map.entry("open", state.open()),
                Map.entry("creations", state.creations()),
                Map.entry("refused", state.refused()),
                Map.entry("candidates", state.candidates()),
                Map.entry("gone", state.gone()));
    }
}

package dev.tailback.app.operator.console;

import dev.tailback.app.entries.CountsView;
import dev.tailback.app.entries.EntryPage;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.operator.parked.ParkedGroup;
import dev.tailback.app.operator.parked.RetryAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Entries of a selection.
 *
 * @param counts by state, under the same selection
 * @param causes of the parked ones among them
 * @param counted what a retry of them would do, when that was asked for
 * @param reason that was typed
 * @param limit that was typed
 */
public record EntriesScreen(
        Seat seat,
        Asked asked,
        CountsView counts,
        EntryPage page,
        List<ParkedGroup> causes,
        Optional<RetryAnswer> counted,
        String reason,
        String limit) {

    public List<EntryState> states() {
        return List.of(EntryState.values());
    }

    public boolean isShown(EntryState state) {
        return state.word().equalsIgnoreCase(asked.state());
    }

    /** The query that names what these entries have in common to the page of holds: a code, or else a contract. */
    public Optional<String> holdable() {
        return asked.code().isEmpty() ? query("contractId", asked.contractId()) : query("code", asked.code());
    }

    private static Optional<String> query(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** How many parked entries the selection holds. */
    public long parked() {
        return causes.stream().mapToLong(ParkedGroup::count).sum();
    }
}

package dev.tailback.app.requests;

import dev.tailback.app.access.FlashMessage.Told;
import dev.tailback.app.layout.Fingerprint;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The page of correction requests.
 *
 * @param state what the list is narrowed to
 * @param refusedId the request whose answer was refused
 * @param refusal why, in the reader's words
 * @param typed the reason that was typed for it
 */
public record RequestsScreen(
        Visitor visitor,
        SyncBanner banner,
        RequestPage list,
        Optional<RequestState> state,
        Optional<String> refusedId,
        String refusal,
        String typed,
        Optional<Told> done) {

    public boolean answers() {
        return visitor.hasOneOf(Set.of("finance"));
    }

    public List<RequestState> states() {
        return List.of(RequestState.values());
    }

    /** Changes exactly when what people see of the list changes. */
    public String fingerprint() {
        return Fingerprint.of(list);
    }

    /** What was typed for this request when its answer was refused, or empty. */
    public String typedFor(RequestView request) {
        return isRefused(request) ? typed : "";
    }

    public boolean isRefused(RequestView request) {
        return refusedId.equals(Optional.of(request.id().toString()));
    }
}

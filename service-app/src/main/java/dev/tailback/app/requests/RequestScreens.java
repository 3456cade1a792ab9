package dev.tailback.app.requests;

import dev.tailback.app.access.FlashMessage.Told;
import dev.tailback.app.layout.SyncBanner;
import dev.tailback.app.layout.Visitor;
import dev.tailback.app.operator.sync.SyncReading;
import dev.tailback.web.problems.Problem;
import dev.tailback.web.problems.ProblemSentence;
import dev.tailback.web.texts.Texts;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the page of requests shows. */
@Singleton
class RequestScreens {

    private final RequestReading requests;
    private final SyncReading sync;

    RequestScreens(RequestReading requests, SyncReading sync) {
        this.requests = requests;
        this.sync = sync;
    }

    RequestsScreen fresh(Visitor visitor, Optional<RequestState> state, int page, Optional<Told> done) {
        RequestPage list = requests.page(state, page);
        return new RequestsScreen(visitor, SyncBanner.of(sync.now()), list, state, Optional.empty(), "", "", done);
    }

    /** The page again, with the reason that was typed and why it was not taken. */
    RequestsScreen refused(Visitor visitor, UUID id, String typed, Problem refusal) {
        return new RequestsScreen(
                visitor,
                SyncBanner.of(sync.now()),
                requests.page(Optional.empty(), 0),
                Optional.empty(),
                Optional.of(id.toString()),
                words(refusal, visitor.texts()),
                typed,
                Optional.empty());
    }

    private static String words(Problem refusal, Texts texts) {
        return switch (refusal.code()) {
            case "request_settled" -> texts.of("refusal.request-settled");
            case "invalid" -> texts.of("requests.reason-needed");
            default -> ProblemSentence.of(refusal, texts);
        };
    }
}

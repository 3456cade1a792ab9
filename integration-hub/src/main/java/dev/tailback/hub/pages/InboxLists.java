package dev.tailback.hub.pages;

import dev.tailback.hub.api.CandidatesApi;
import dev.tailback.hub.api.GoneApi;
import dev.tailback.hub.api.MergesApi;
import dev.tailback.hub.golden.Questions;
import dev.tailback.hub.pages.InboxScreen.NamedMerge;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads what waits for a steward. */
@Singleton
class InboxLists {

    private static final int MOST = 50;

    private final CandidatesApi pairs;
    private final Questions questions;
    private final GoneApi gone;
    private final MergesApi merges;
    private final Called called;

    InboxLists(CandidatesApi pairs, Questions questions, GoneApi gone, MergesApi merges, Called called) {
        this.pairs = pairs;
        this.questions = questions;
        this.gone = gone;
        this.merges = merges;
        this.called = called;
    }

    InboxScreen now() {
        return new InboxScreen(called, pairs.open(), questions.open(MOST, 0), questions.count(), gone.open(), merges());
    }

    private List<NamedMerge> merges() {
        return merges.merges().stream()
                .map(merge -> new NamedMerge(merge, called.golden(merge.keptId())))
                .toList();
    }
}

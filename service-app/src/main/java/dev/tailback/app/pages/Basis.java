package dev.tailback.app.pages;

import dev.tailback.app.ads.AdView;
import dev.tailback.web.input.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form of corrections was filled in upon, and what was decided where two people clashed. The page carries it, so
 * that nothing has to be kept for a person who may never come back.
 *
 * @param was what the ad said when the page was shown
 * @param clashing fields about which the page asked
 */
record Basis(AdContent was, List<String> clashing, Form form) {

    private static final int MOST_CLASHES = 100;

    static Basis of(Form form) {
        List<String> clashing = form.all("clash").stream().limit(MOST_CLASHES).toList();
        return new Basis(AdContent.of(form.text("was")), clashing, form);
    }

    /** Of a page without one nobody knows what its reader saw: whatever differs then clashes. */
    AdContent orElse(AdView now) {
        return was.values().isEmpty() ? new AdContent(Map.of(AdContent.CONTRACT, now.contractId())) : was;
    }

    /** Mine, or theirs where the person took it; empty while a clash is undecided. */
    Optional<AdContent> decided(AdContent mine) {
        AdContent decided = mine;
        for (String field : clashing) {
            switch (form.text("choice-" + field)) {
                case "mine" -> {}
                case "theirs" -> decided = decided.with(field, was.at(field));
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(decided);
    }

    /** The clashes that the page asked about, once more. */
    List<ThreeWayMerge.Clash> clashes(AdContent mine) {
        return clashing.stream()
                .map(field -> new ThreeWayMerge.Clash(field, was.at(field), was.at(field), mine.at(field)))
                .toList();
    }
}

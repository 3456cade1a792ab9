package dev.tailback.app.pages;

import dev.tailback.app.ads.AdPage;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryState;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.layout.Fingerprint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ads of a contract, newest first, and where their entries stand. */
public record AdList(String contractId, List<AdView> ads, int page, boolean more) {

    static AdList of(String contractId, AdPage page) {
        return new AdList(contractId, page.ads(), page.page(), page.more());
    }

    /** Changes exactly when what people see changes. */
    public String fingerprint() {
        return Fingerprint.of(ads, more);
    }

    /** Whether a change is expected soon. */
    public boolean isMoving() {
        return ads.stream().anyMatch(ad -> ad.state() == EntryState.WAITING || ad.state() == EntryState.RETRYING);
    }

    /** For ears and eyes: how many entries are in which state; empty without any. */
    public String summary() {
        Map<EntryState, Long> counts = ads.stream()
                .flatMap(ad -> ad.entries().stream())
                .collect(Collectors.groupingBy(
                        EntryView::state, () -> new EnumMap<>(EntryState.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(" · "));
    }
}

package dev.tailback.app.pages;

import dev.tailback.app.ads.AdChange;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.entries.EntryView;
import dev.tailback.app.entries.HistoryView;
import dev.tailback.app.ledger.EntryAction;
import dev.tailback.app.requests.RequestEventView;
import dev.tailback.app.requests.RequestView;
import dev.tailback.web.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Everything that happened to an ad, in the order it happened: what people did, and each answer of Salesforce. */
final class Timeline {

    private static final Set<EntryAction> REFUSALS =
            Set.of(EntryAction.PARKED, EntryAction.RETRYING, EntryAction.STALE);

    private final Texts texts;

    Timeline(Texts texts) {
        this.texts = texts;
    }

    List<TimelineLine> of(AdView ad, List<RequestView> requests) {
        List<TimelineLine> lines = new ArrayList<>();
        ad.entries().forEach(entry -> entry.history().forEach(line -> lines.add(line(entry, line))));
        ad.changes().forEach(change -> lines.add(line(change)));
        requests.forEach(request -> request.history().forEach(line -> lines.add(line(request, line))));
        lines.sort(Comparator.comparing(TimelineLine::at));
        return List.copyOf(lines);
    }

    private TimelineLine line(EntryView entry, HistoryView line) {
        String product = entry.product().orElse(entry.contractProductId());
        String action =
                key(line.what()) + (line.what() == EntryAction.ACCEPTED && line.cancelled() ? "-cancelled" : "");
        return new TimelineLine(
                line.at(),
                name(line.who()),
                texts.of("timeline." + action, line.units(), product, line.version()),
                line.why(),
                line.code(),
                line.message(),
                line.attempt(),
                kind(line.what()));
    }

    private TimelineLine line(AdChange change) {
        String what = texts.of(
                "timeline.field." + key(change.field()),
                change.before().orElse(""),
                change.after().orElse(""));
        return byPerson(change.at(), change.who(), what, change.reason());
    }

    private TimelineLine line(RequestView request, RequestEventView line) {
        String product = request.product().orElse(request.contractProductId());
        String what = texts.of("timeline.request-" + key(line.what()), request.units(), product);
        return byPerson(line.at(), line.who(), what, line.reason());
    }

    private static TimelineLine byPerson(Instant at, String who, String what, Optional<String> reason) {
        return new TimelineLine(
                at, name(who), what, reason, Optional.empty(), Optional.empty(), Optional.empty(), "person");
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(String who) {
        return switch (who) {
            case "salesforce" -> "Salesforce";
            case "tailback" -> "Tailback";
            default -> who;
        };
    }

    private static String kind(EntryAction action) {
        if (action == EntryAction.ACCEPTED) {
            return "good";
        }
        return REFUSALS.contains(action) ? "bad" : "person";
    }
}

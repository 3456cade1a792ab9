package dev.tailback.crm.hubspot;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.hubspot.ListHubSpotIds.Listed;
import dev.tailback.crm.hubspot.ListHubSpotIds.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads changes in rounds. The first round lists everything; a later one searches between two fixed times in the order of
 * ids, since a month's end gives tens of thousands of records one time. The records themselves are then read by their ids,
 * so that their values do not lag as the search does. Deletions come from the listing of what is archived.
 */
final class ReadHubSpotChanges {

    private static final String NOT_OURS =
            "The cursor is not one of this connection, so everything that HubSpot has is read again.";

    private final ListHubSpotIds ids;
    private final ReadHubSpotRecords records;
    private final Duration overlap;
    private final Clock clock;

    ReadHubSpotChanges(ListHubSpotIds ids, ReadHubSpotRecords records, Duration overlap, Clock clock) {
        this.ids = ids;
        this.records = records;
        this.overlap = overlap;
        this.clock = clock;
    }

    Answer<ChangePage> page(ChangesAsked asked) {
        if (!HubSpotSettings.NAME.matcher(asked.object()).matches()) {
            return new Answer.Refused<>("INVALID_OBJECT", "The object has no name as HubSpot has: check the mapping.");
        }
        if (asked.since().isEmpty()) {
            return page(asked, HubSpotRound.first(), Optional.empty());
        }
        return HubSpotRound.of(asked.since().get())
                .map(round -> page(asked, round, Optional.empty()))
                .orElseGet(() -> page(asked, HubSpotRound.first(), Optional.of(NOT_OURS)));
    }

    private Answer<ChangePage> page(ChangesAsked asked, HubSpotRound round, Optional<String> anew) {
        return switch (round.step()) {
            case BEGIN -> ids.newest(asked.object()).flatMap(newest -> page(asked, begun(newest, round), anew));
            case EVERYTHING -> everything(asked, round, anew);
            case CHANGES -> changed(asked, round, anew);
            case DELETIONS -> deleted(asked, round, anew);
        };
    }

    private HubSpotRound begun(Page newest, HubSpotRound round) {
        Instant now = newest.answeredAt().orElseGet(clock::instant);
        Instant upper = newest.records().stream().map(Listed::time).findFirst().orElse(Instant.EPOCH);
        return round.begun(upper, now);
    }

    private Answer<ChangePage> everything(ChangesAsked asked, HubSpotRound round, Optional<String> anew) {
        return ids.list(asked.object(), round.place(), asked.most(), false)
                .flatMap(page -> told(
                        asked, page, page.next().map(round::at).orElseGet(() -> round.afterRecords(overlap)), anew));
    }

    private Answer<ChangePage> changed(ChangesAsked asked, HubSpotRound round, Optional<String> anew) {
        if (round.records().isEmpty()) {
            return deleted(asked, round.afterRecords(overlap), anew);
        }
        int most = Math.min(asked.most(), ListHubSpotIds.MOST_FOUND);
        return ids.search(
                        asked.object(), round.records().from(), round.records().upper(), round.place(), most)
                .flatMap(page -> page.records().isEmpty()
                        ? deleted(asked, round.afterRecords(overlap), anew)
                        : told(asked, page, next(page, round, most), anew));
    }

    private HubSpotRound next(Page page, HubSpotRound round, int most) {
        List<Listed> found = page.records();
        return found.size() < most
                ? round.afterRecords(overlap)
                : round.at(found.get(found.size() - 1).id());
    }

    private Answer<ChangePage> told(ChangesAsked asked, Page page, HubSpotRound next, Optional<String> anew) {
        List<String> some = page.records().stream().map(Listed::id).toList();
        return records.byId(asked.object(), some, asked.fields()).map(found -> {
            List<Change> changes = new ArrayList<>(found.merges());
            found.records().forEach(record -> changes.add(new Change.Changed(record)));
            return new ChangePage(changes, next.cursor(), false, anew);
        });
    }

    private Answer<ChangePage> deleted(ChangesAsked asked, HubSpotRound round, Optional<String> anew) {
        if (!round.isSweepDue()) {
            return new Answer.Given<>(
                    new ChangePage(List.of(), round.ended(overlap).cursor(), true, anew));
        }
        return ids.list(asked.object(), round.place(), asked.most(), true).map(page -> deleted(page, round, anew));
    }

    private ChangePage deleted(Page page, HubSpotRound round, Optional<String> anew) {
        List<Change> changes = page.records().stream()
                .filter(record -> !record.time().isBefore(round.deletions().from()))
                .<Change>map(record -> new Change.Deleted(record.id(), record.time()))
                .toList();
        Instant newest = page.records().stream()
                .map(Listed::time)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        HubSpotRound swept = round.swept(newest);
        HubSpotRound next = page.next().map(swept::at).orElseGet(() -> swept.ended(overlap));
        return new ChangePage(changes, next.cursor(), page.next().isEmpty(), anew);
    }
}

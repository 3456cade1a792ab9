package dev.tailback.hub.intents;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes down what a group of records should hold: one statement for each kind of change, and none where nothing
 * changes.
 */
@Singleton
class KeepIntents {

    private final IntentRows rows;

    KeepIntents(IntentRows rows) {
        this.rows = rows;
    }

    /** @param wanted one for each record; without values for one that holds everything */
    void keep(List<NewIntent> wanted) {
        Map<Long, Intent> before = before(wanted);
        List<NewIntent> news = new ArrayList<>();
        List<Intent> done = new ArrayList<>();
        List<UUID> due = new ArrayList<>();
        wanted.forEach(one -> {
            Optional<Intent> known = Optional.ofNullable(before.get(one.record().id()));
            Optional<Intent> open = known.filter(Intent::isOpen);
            if (one.values().isEmpty()) {
                open.ifPresent(done::add);
            } else if (open.filter(intent -> intent.values().equals(one.values()))
                    .isPresent()) {
                due.add(open.get().id());
            } else if (known.filter(intent -> intent.isSettledWith(one.values()))
                    .isEmpty()) {
                news.add(one);
            }
        });
        write(news, done, due);
    }

    private Map<Long, Intent> before(List<NewIntent> wanted) {
        List<Long> ids = wanted.stream().map(one -> one.record().id()).toList();
        return rows.ofRecords(RowsJson.numbers(ids)).stream()
                .collect(Collectors.toMap(Intent::sourceId, Function.identity()));
    }

    private void write(List<NewIntent> news, List<Intent> done, List<UUID> due) {
        if (!done.isEmpty()) {
            rows.held(RowsJson.of(done, Intent::write));
        }
        if (!due.isEmpty()) {
            rows.dueNow(RowsJson.ids(due));
        }
        if (!news.isEmpty()) {
            rows.want(RowsJson.of(news, NewIntent::write));
        }
    }
}

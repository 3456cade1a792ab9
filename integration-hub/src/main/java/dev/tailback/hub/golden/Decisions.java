package dev.tailback.hub.golden;

import dev.tailback.hub.database.RowsJson;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was decided, in the caller's transaction. */
@Singleton
public class Decisions {

    private final DecisionRows rows;

    Decisions(DecisionRows rows) {
        this.rows = rows;
    }

    /** The agreed value of each attribute that was ever decided; empty text where it is agreed to be empty. */
    public Map<String, String> agreed(UUID golden) {
        return latest(golden).stream()
                .filter(row -> !row.isOpen())
                .collect(Collectors.toMap(DecisionRow::attribute, DecisionRow::value, (a, b) -> a, TreeMap::new));
    }

    /** The decision that holds, of each attribute. */
    public List<DecisionRow> latest(UUID golden) {
        return rows.latest(RowsJson.ids(List.of(golden)));
    }

    /** The decision that holds, by golden record and attribute; one about which nothing was decided is not there. */
    Map<UUID, Map<String, DecisionRow>> latest(Collection<UUID> goldens) {
        return rows.latest(RowsJson.ids(goldens)).stream()
                .collect(Collectors.groupingBy(
                        DecisionRow::goldenId, Collectors.toMap(DecisionRow::attribute, Function.identity())));
    }

    /** The newest first. */
    public List<DecisionRow> history(UUID golden, String attribute, int limit) {
        return history(golden, attribute, Long.MAX_VALUE, limit);
    }

    /** The newest first. @param before only those that were decided before this one */
    public List<DecisionRow> history(UUID golden, String attribute, long before, int limit) {
        return rows.history(golden, attribute, before, limit);
    }

    void keep(List<NewDecision> news) {
        if (!news.isEmpty()) {
            rows.append(RowsJson.of(news, NewDecision::write));
        }
    }
}

package dev.tailback.app.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many entries there are in each state.
 *
 * @param entries all of them together
 * @param states by the state's word
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CountsView(long entries, Map<String, Long> states) {

    public static CountsView of(Map<EntryState, Long> counts) {
        Map<String, Long> states = new LinkedHashMap<>();
        counts.forEach((state, count) -> states.put(state.word(), count));
        return new CountsView(
                counts.values().stream().mapToLong(Long::longValue).sum(), states);
    }

    public long of(EntryState state) {
        return states.getOrDefault(state.word(), 0L);
    }

    /** Whether nothing about them is still open. */
    public boolean settled() {
        return of(EntryState.WAITING) + of(EntryState.RETRYING) == 0;
    }
}

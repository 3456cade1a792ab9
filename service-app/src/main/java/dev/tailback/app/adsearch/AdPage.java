package dev.tailback.app.adsearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.ads.AdView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * One page of ads.
 *
 * @param page from 0; an empty one beyond the last is an answer too
 * @param more whether another page follows
 * @param total ads in the whole result
 * @param pages of the whole result, 50 ads each
 * @param states how many ads of the whole result, in any state, have an entry in each state, Withdrawn among them
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AdPage(List<AdView> ads, int page, boolean more, long total, long pages, Map<String, Long> states) {

    public AdPage {
        ads = List.copyOf(ads);
    }

    /** In this state, by its word. */
    public long in(String state) {
        return states.getOrDefault(state, 0L);
    }
}

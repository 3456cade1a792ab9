package dev.tailback.app.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the org is as it was when the mapping was put in use.
 *
 * @param state {@code none}, {@code harmless}, {@code lossy}, {@code breaking}, or {@code unknown} when that could not
 *     be found out, which does not mean that nothing has changed
 * @param since since when it is so; empty when it is unknown
 * @param lookedAt when the org was described last and could be judged
 * @param mappingVersion the version of the mapping in use
 * @param suspended the ideas whose fields are left out until they can be used again
 * @param stopped why nothing is sent, and what to do; empty while the org allows it
 * @param changes what matters most first
 * @param code why the last look could not be judged, with the reason as a sentence
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DriftView(
        String state,
        Optional<Instant> since,
        Optional<Instant> lookedAt,
        long mappingVersion,
        List<String> suspended,
        Optional<String> stopped,
        List<ChangeView> changes,
        Optional<String> code,
        Optional<String> reason) {

    /** Whether people have to know it without asking. */
    public boolean matters() {
        return state.equals("lossy") || state.equals("breaking");
    }

    /** Whether it could be found out. */
    public boolean judged() {
        return !state.equals("unknown");
    }

    /** What people have to know without asking. */
    public List<ChangeView> mattering() {
        return changes.stream().filter(ChangeView::matters).toList();
    }

    /** What is said about one idea, as the mapping names it. */
    public Optional<ChangeView> about(String path) {
        return changes.stream()
                .filter(change -> List.of(change.about().split(", ")).contains(path))
                .findFirst();
    }
}

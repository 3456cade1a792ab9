package dev.tailback.app.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.change.Difference;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * One place in which two versions of the mapping differ.
 *
 * @param about such as {@code usage.units}
 * @param before empty where the version before has nothing there
 * @param after empty where the later version has nothing there
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DifferenceView(String about, Optional<String> before, Optional<String> after) {

    static DifferenceView of(Difference difference) {
        return new DifferenceView(difference.about(), difference.before(), difference.after());
    }
}

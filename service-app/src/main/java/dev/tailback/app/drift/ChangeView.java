package dev.tailback.app.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.mapping.drift.Change;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * One thing in the org that is otherwise than when the mapping was put in use.
 *
 * @param weight {@code harmless}, {@code lossy} or {@code breaking}
 * @param stops {@code nothing}; {@code field}: the field is left out of what is read and sent; {@code reading}:
 *     contracts cannot be read; {@code sending}: no usage is sent
 * @param about the path of an idea, such as {@code usage.units}, an object, or a field of it
 * @param sentence what is so, and what that costs
 * @param mend what to do about it
 * @param suggested a new field or object that may stand in the place of what is gone, as a mapping names it
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangeView(
        String weight, String stops, String about, String sentence, String mend, Optional<String> suggested) {

    static ChangeView of(Change change) {
        return new ChangeView(
                change.weight().word(),
                change.stops().word(),
                change.about(),
                change.sentence(),
                change.mend(),
                change.suggested());
    }

    /** Whether people have to know it without asking. */
    public boolean matters() {
        return !weight.equals("harmless");
    }
}

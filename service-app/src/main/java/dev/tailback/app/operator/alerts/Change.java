package dev.tailback.app.operator.alerts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What happened to something that is wrong. */
@Serdeable
enum Change {
    BEGUN,
    /** There is more of it than people know. */
    GREW,
    ENDED;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

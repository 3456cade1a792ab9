package dev.tailback.app.finance.lines;

import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** Why a line is on a statement. */
@Serdeable
public enum LineKind {
    /** Locked usage, for the first time. */
    USAGE,
    /** The same, after a statement had closed its contract or period. */
    LATE,
    /** Takes back a line of an earlier statement. */
    REVERSAL,
    /** Stands in for a line that is taken back. */
    REPLACEMENT;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.tailback.localorg.formula;

import org.jspecify.annotations.Nullable;

/** A row as formulas see it. */
public interface RecordView {
    /** The stored value in a place: text, exact decimal, Boolean, LocalDate, Instant, LocalTime; null for blank. */
    @Nullable
    Object value(int index);
}

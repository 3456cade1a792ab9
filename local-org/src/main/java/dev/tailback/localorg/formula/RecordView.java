package dev.tailback.localorg.formula;

/** A row as formulas see it. */
public interface RecordView {
    /** The stored value in a place: text, exact decimal, Boolean, LocalDate, Instant, LocalTime or null. */
    Object value(int index);
}

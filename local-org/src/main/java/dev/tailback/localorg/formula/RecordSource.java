package dev.tailback.localorg.formula;

/** Where formulas find the rows they refer to. */
public interface RecordSource {
    /** The row with this id, or null when it does not exist or was deleted. */
    RecordView find(String id);
}

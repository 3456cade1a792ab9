package dev.tailback.localorg.formula;

import java.util.Optional;

/** Where formulas find the rows they refer to. */
public interface RecordSource {
    /** The row with this id; empty when it does not exist or was deleted. */
    Optional<? extends RecordView> find(String id);
}

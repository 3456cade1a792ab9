package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import java.util.List;
import java.util.Optional;

/** Where formulas find the rows they refer to. */
public interface RecordSource {
    /** The row with this id; empty when it does not exist or was deleted. */
    Optional<? extends RecordView> find(String id);

    /** The rows that point to a row by this field, deleted ones perhaps, too. */
    List<? extends RecordView> children(Field reference, String id);
}

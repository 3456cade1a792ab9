package dev.tailback.localorg.formula;

import dev.tailback.localorg.metadata.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows that a test names; none points to another by a field that is looked up. */
record KnownRows(Map<String, RecordView> rows) implements RecordSource {

    @Override
    public Optional<? extends RecordView> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<? extends RecordView> children(Field reference, String id) {
        return List.of();
    }
}

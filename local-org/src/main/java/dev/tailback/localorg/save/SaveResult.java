package dev.tailback.localorg.save;

import java.util.List;
import java.util.Optional;

/**
 * What became of one record.
 *
 * @param id empty when there is none, as for a record that could not be created
 * @param created whether an upsert chose to create
 */
public record SaveResult(Optional<String> id, boolean created, List<SaveError> errors) {

    public boolean success() {
        return errors.isEmpty();
    }
}

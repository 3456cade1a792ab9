package dev.tailback.localorg.save;

import java.util.List;

/**
 * What became of one record.
 *
 * @param id null when there is none, as for a record that could not be created
 * @param created whether an upsert chose to create
 */
public record SaveResult(String id, boolean created, List<SaveError> errors) {

    public boolean success() {
        return errors.isEmpty();
    }
}

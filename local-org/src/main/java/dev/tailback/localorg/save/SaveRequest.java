package dev.tailback.localorg.save;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import java.util.List;
import java.util.Map;

/**
 * Records of one object to be saved together. Values are as JSON gave them.
 *
 * @param key the field that tells whether a record exists already: the id, or an external id for an upsert
 * @param eachAlone a record that cannot be read fails alone; otherwise it refuses the whole request
 */
public record SaveRequest(ObjectType type, Verb verb, Field key, List<Map<String, Object>> records, boolean eachAlone) {

    public SaveRequest(ObjectType type, Verb verb, Field key, List<Map<String, Object>> records) {
        this(type, verb, key, records, false);
    }
}

package dev.tailback.app.drift;

import dev.tailback.app.mapping.ActiveVersion;
import dev.tailback.mapping.schema.OrgSchema;
import java.time.Instant;
import java.util.List;

/**
 * What one look at the org saw.
 *
 * @param begunAt when it began; what an earlier one saw never replaces what a later one saw
 * @param version of the mapping for which it was looked
 * @param objectNames all objects that the user may see, where one of the mapping's is missing
 * @param isWhole whether all was described, also what the org does not call changed
 */
record SchemaLook(
        Instant begunAt, ActiveVersion version, OrgSchema schema, List<String> objectNames, boolean isWhole) {}

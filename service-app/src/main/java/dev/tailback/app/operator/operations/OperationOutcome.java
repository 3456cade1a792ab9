package dev.tailback.app.operator.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tailback.app.entries.CountsView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * One operation, and what has become of the entries it changed.
 *
 * @param now how these entries stand now
 * @param settled whether Salesforce has answered about each of them; until then nobody knows whether it helped
 * @param entryIds the entries it changed; empty for what changed none, and for those of older versions
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OperationOutcome(OperationView operation, CountsView now, boolean settled, List<UUID> entryIds) {}

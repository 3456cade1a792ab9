package dev.tailback.app.operator.parked;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/**
 * Entries refused for one cause, or that wait for another entry that is.
 *
 * @param oldestSince since when the oldest of them is not reported
 * @param example the message of Salesforce about the oldest
 * @param advice what a person can do
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ParkedGroup(String code, long count, Instant oldestSince, Optional<String> example, String advice) {}

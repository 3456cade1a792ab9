package dev.tailback.hub.allowance;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/**
 * Calls that all hubs sent to a CRM on a day.
 *
 * @param day UTC
 */
@MappedEntity("crm_calls")
public record CallDay(@Id LocalDate day, Priority priority, long calls) {}

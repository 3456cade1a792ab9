package dev.tailback.hub.scores;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/**
 * That a rule of quality refuses what a record holds; without the value.
 *
 * @param id of the record here, from which the next page goes on
 * @param record the CRM's id
 * @param golden what it stands for
 * @param rule its id
 */
@Introspected
public record RefusedValue(long id, String object, String record, String field, UUID golden, String rule) {}

package dev.tailback.hub.versions;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.MappedEntity;

/**
 * Which version is in force.
 *
 * @param id of the switch
 * @param standsOn on whose decisions it stands; null for the first
 */
@MappedEntity("version_switch")
public record InForce(
        long id, String subject, long number, @Nullable Long standsOn) {}

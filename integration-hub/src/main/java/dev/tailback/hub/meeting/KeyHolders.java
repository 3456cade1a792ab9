package dev.tailback.hub.meeting;

import io.micronaut.data.annotation.MappedEntity;

/** How many records have a key. */
@MappedEntity("match_key")
record KeyHolders(String key, long holders) {}

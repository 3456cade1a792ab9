package dev.tailback.hub.meeting;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** How many keys of a record the members of a golden record have. @param place of the record in its group */
@MappedEntity("match_key")
record SharedKeys(int place, UUID goldenId, long shared) {}

package dev.tailback.hub.creations;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** That a golden record, or one that it has become one with, has this id. */
@MappedEntity("golden")
record SameGolden(UUID goldenId, UUID sameId) {}

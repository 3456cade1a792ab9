package dev.tailback.hub.golden;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** The last decision about an attribute that stands. */
@MappedEntity("decision")
record StoodRow(UUID goldenId, String attribute, String value, boolean isOpen) {}

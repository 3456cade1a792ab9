package dev.tailback.hub.golden;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** That a steward must decide about an attribute. */
@MappedEntity("open_question")
record QuestionRow(UUID goldenId, String attribute, long rulesVersion, Instant askedAt) {}

package dev.tailback.hub.stewards;

import io.micronaut.data.annotation.MappedEntity;

/** What a steward said last about two records. */
@MappedEntity("steward_word")
record StewardWord(String firstCrm, String firstRecord, String secondCrm, String secondRecord, boolean isSame) {}

package dev.tailback.hub.remapping;

import dev.tailback.hub.mappings.FieldChange;

/**
 * What a mapping changes, and how much.
 *
 * @param said in how many records people said something in the field that stands for the attribute until now; it
 *     stops to count
 * @param read how many known records are read from the beginning, for the field that stands for it from now on
 */
public record Touched(FieldChange change, long said, long read) {}

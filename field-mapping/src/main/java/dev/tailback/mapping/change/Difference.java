package dev.tailback.mapping.change;

import java.util.Optional;

/**
 * One place in which two mappings differ.
 *
 * @param about the path of an idea, as {@code usage.units}; an object, as {@code usage.object}; a condition, as
 *     {@code contract.only.RecordType.Name}; or another key of the file
 * @param before what it was; empty where the mapping before has none
 * @param after what it is; empty where the mapping after has none
 */
public record Difference(String about, Optional<String> before, Optional<String> after) {}

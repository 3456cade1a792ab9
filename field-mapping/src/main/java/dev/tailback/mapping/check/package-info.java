/**
 * Whether an org can keep what a mapping says: every object and field as its integration user may use it.
 *
 * <p>Doors: {@link dev.tailback.mapping.check.MappingCheck} judges, {@link dev.tailback.mapping.check.NeededObjects}
 * says what must be described before.
 */
package dev.tailback.mapping.check;

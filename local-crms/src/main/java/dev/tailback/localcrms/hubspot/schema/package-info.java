/**
 * What an account's objects look like: properties with types, choices and rules, and what a given value becomes when
 * it is stored.
 *
 * <p>Doors: {@code Schema}, {@code ObjectType}, {@code Property}, {@code PropertyJson}, {@code StoredValue}.
 */
package dev.tailback.localcrms.hubspot.schema;

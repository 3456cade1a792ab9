/**
 * The save order: access, locks, system checks, validation rules, write, roll-ups.
 *
 * <p>Doors: {@code SaveRecords} and {@code DeleteRecords}.
 */
package dev.tailback.localorg.save;

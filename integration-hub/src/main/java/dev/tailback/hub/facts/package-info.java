/**
 * What people say in the CRMs, told apart from what we wrote there ourselves.
 *
 * <p>Doors: {@code AbsorbObservations} makes facts of what was observed, {@code HeldFields} says what each record holds.
 */
package dev.tailback.hub.facts;

/**
 * What people say in the CRMs, told apart from what we wrote there ourselves.
 *
 * <p>Doors: {@code AbsorbRecords} makes facts of what was observed, {@code HeldFields} says what each record holds,
 * {@code SearchWords} by which words people find it.
 */
package dev.tailback.hub.facts;

/**
 * People who type in three CRMs at once, and the book of what they typed and what they saw when they did. Doors:
 * {@code Crew}, {@code EditBook}, {@code Edit} and {@code Field}.
 */
package dev.tailback.verification.hubtorture.people;

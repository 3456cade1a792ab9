/**
 * The agreed values of one thing, and why each is so.
 *
 * <p>Doors: {@code ConsiderGolden} decides what is due, {@code Decisions} tells what was decided, {@code Goldens} makes
 * golden records and lets them be considered.
 */
package dev.tailback.hub.golden;

/**
 * The programs of a run, their settings, and the guard that a run leaves out. Doors: {@code Fleet}, {@code Settings}
 * and {@code Guard}.
 */
package dev.tailback.verification.torture.programs;

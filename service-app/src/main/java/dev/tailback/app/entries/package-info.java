/**
 * Usage entries as people see them: one of five states, a reason, the history, searches.
 *
 * <p>Doors: {@code EntryReading} for pages and other rooms, {@code EntryState} for the five words.
 */
package dev.tailback.app.entries;

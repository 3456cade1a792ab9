/**
 * Suggests to admins which objects and fields of the connected org stand for Tailback's ideas, and shows on one record
 * what a mapping would read and send. It saves nothing and writes nothing to Salesforce; a mapping is saved in the room
 * {@code mapping}.
 *
 * <p>Doors: {@code SuggestionsApi} over HTTP; {@code SuggestMapping} and {@code DryRun} for the admins' page.
 */
package dev.tailback.app.suggestions;

/**
 * The account for people: lists and forms, without any script, and edits in the name of a person.
 *
 * <p>Doors: {@code Pages} and {@code PersonEdits}.
 */
package dev.tailback.localcrms.hubspot.page;

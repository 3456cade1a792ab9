/**
 * From suggestions to a mapping in use, on the admins' page: objects are chosen one after the other, then a field for
 * each idea; the choice is checked, tried on one contract, and put in use as the room {@code mapping} does it.
 */
package dev.tailback.app.suggestions.page;

/**
 * The boundary: each text, number, form and JSON body from outside is read here by its type, or refused with a
 * sentence.
 *
 * <p>Doors: {@code Json} and {@code Form} for bodies, {@code OneLine} and {@code ManyLines} for texts, {@code Paging}
 * for lists, {@code LocalPath} for a page to come back to.
 */
package dev.tailback.web.input;

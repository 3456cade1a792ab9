/**
 * Erasing a person: every value goes from this database, and what stays proves that it was done.
 *
 * <p>Doors: {@code ErasePerson} erases, {@code ReadmitRecord} lets a record be kept again, {@code Erasures} tells what
 * was done.
 */
package dev.tailback.hub.erasure;

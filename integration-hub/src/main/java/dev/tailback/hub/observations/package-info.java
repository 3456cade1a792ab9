/**
 * What the CRMs said: read page by page, written down together with the cursor, in the order in which it is known
 * here.
 *
 * <p>Doors: {@code ReadChanges} asks for the next page, {@code ReadAgain} for one record, {@code Observations} keeps
 * them, {@code ReadFromBeginning} lets an object be read once more.
 */
package dev.tailback.hub.observations;

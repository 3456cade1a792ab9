/**
 * Salesforce's formula language: parsed and checked when the org starts, evaluated on each save and read.
 *
 * <p>Doors: {@code Formulas} parses, {@code Expression} evaluates.
 */
package dev.tailback.localorg.formula;

/**
 * The schema: objects, fields, rules, permission sets and custom metadata, loaded from SFDX source.
 *
 * <p>Doors: {@code SchemaLoader} reads the files, {@code Schema} answers questions about them.
 */
package dev.tailback.localorg.metadata;

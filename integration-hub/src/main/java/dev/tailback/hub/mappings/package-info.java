/**
 * Which field of a CRM's object stands for which attribute, as people keep it in versions.
 *
 * <p>Doors: {@code CrmMapping} is read from a file and written to one, {@code MappingsInForce} tells what holds now,
 * {@code MappingCheck} compares a mapping with what a CRM has, {@code FieldTypes} tells which types can hold an
 * attribute, {@code FieldChange} and {@code CreationChange} tell two mappings apart.
 */
package dev.tailback.hub.mappings;

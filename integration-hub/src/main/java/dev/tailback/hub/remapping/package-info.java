/**
 * Mappings of the CRMs that are kept in versions: checked before they are kept, previewed, switched on, put back.
 *
 * <p>Doors: {@code KeepMapping}, {@code PreviewMapping}, {@code SwitchMapping}, {@code MappingVersions} reads one or
 * tells two apart.
 */
package dev.tailback.hub.remapping;

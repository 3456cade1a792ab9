/**
 * Mappings of the CRMs that are kept in versions: checked before they are kept, previewed, switched on, put back.
 *
 * <p>Doors: {@code KeepMapping}, {@code PreviewMapping}, {@code SwitchMapping}.
 */
package dev.tailback.hub.remapping;

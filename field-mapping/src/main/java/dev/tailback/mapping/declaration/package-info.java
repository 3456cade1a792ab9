/**
 * Files that people write: YAML, bounded, read with every reason at once why it cannot be used. {@link
 * dev.tailback.mapping.declaration.Declaration} is the door.
 */
package dev.tailback.mapping.declaration;

/**
 * What another version of a mapping says otherwise, and what that moves.
 *
 * <p>Door: {@code MappingChange}, which is a list of {@code Difference}.
 */
package dev.tailback.mapping.change;

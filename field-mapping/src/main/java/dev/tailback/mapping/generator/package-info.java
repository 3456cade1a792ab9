/**
 * Writes the SFDX source of what an org lacks around its own lines. {@link dev.tailback.mapping.generator.Generator} is
 * the door; it looks at what the org described, and never at the org.
 */
package dev.tailback.mapping.generator;

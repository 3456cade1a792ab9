/**
 * Which objects and fields of an org stand for Tailback's ideas. {@link dev.tailback.mapping.Mapping} is one such
 * choice, read by {@link dev.tailback.mapping.MappingYaml}; {@link dev.tailback.mapping.Idea} says what there is to
 * choose. Nothing here asks Salesforce.
 */
package dev.tailback.mapping;

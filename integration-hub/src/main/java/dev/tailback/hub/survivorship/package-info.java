/**
 * Which value wins. {@link dev.tailback.hub.survivorship.Rules} are read from a file; {@link
 * dev.tailback.hub.survivorship.Survivorship} decides by them over {@link dev.tailback.hub.survivorship.GoldenFacts};
 * a {@link dev.tailback.hub.survivorship.Decision} says who won and why each other lost. {@link
 * dev.tailback.hub.survivorship.RulesPreview} compares two versions of rules. Nothing here reads or writes anything.
 */
package dev.tailback.hub.survivorship;

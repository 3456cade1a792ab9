/**
 * The survivorship rules that are kept in versions: which decide now, what others would change, and how they are put
 * back.
 *
 * <p>Doors: {@code KeepRules} keeps a version, {@code PreviewRules} says what it would change, {@code SwitchRules}
 * lets it decide or puts another one back, {@code RuleChanges} tells two apart.
 */
package dev.tailback.hub.rulebook;

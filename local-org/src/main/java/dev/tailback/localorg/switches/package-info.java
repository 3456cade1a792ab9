/**
 * Open questions about Salesforce: each is a switch, with the best guess as its default.
 *
 * <p>Door: {@code Switches}.
 */
package dev.tailback.localorg.switches;

/**
 * Answers to questions about HubSpot that nobody has confirmed.
 *
 * <p>Doors: {@code Switch} and {@code Switches}.
 */
package dev.tailback.localcrms.hubspot.switches;

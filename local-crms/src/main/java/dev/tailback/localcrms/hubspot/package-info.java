/**
 * A HubSpot account on your machine. Tests start one with {@code LocalHubSpot.start}.
 *
 * <p>Doors: {@code LocalHubSpot} and {@code LocalHubSpotOptions}.
 */
package dev.tailback.localcrms.hubspot;

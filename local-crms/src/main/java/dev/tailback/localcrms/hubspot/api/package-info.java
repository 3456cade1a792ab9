/**
 * HubSpot's API as it is on the wire: paths, bodies, answers and errors.
 *
 * <p>Door: {@code HubSpotApi}.
 */
package dev.tailback.localcrms.hubspot.api;

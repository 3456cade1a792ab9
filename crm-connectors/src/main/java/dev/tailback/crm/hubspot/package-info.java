/**
 * HubSpot: changes by object id under a fixed upper time, deletions from the archived listing, values with their own times,
 * batches of 100.
 *
 * <p>Door: {@link dev.tailback.crm.hubspot.HubSpotConnector}.
 */
package dev.tailback.crm.hubspot;

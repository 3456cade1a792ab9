/**
 * One HubSpot account: what it holds, its clock, its lock and its data file.
 *
 * <p>Doors: {@code Account}, {@code AccountClock} and {@code AccountFacts}.
 */
package dev.tailback.localcrms.hubspot.account;

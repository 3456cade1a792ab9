/**
 * How often the worker calls Salesforce, and how many calls at once: so that the org's calls of the day last, and as many
 * run at one time as Salesforce answers well.
 *
 * <p>Doors: {@code Pace} and {@code CallsInFlight}.
 */
package dev.tailback.worker.pace;

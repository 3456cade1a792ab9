/**
 * What each record of a CRM should hold, in versions: a newer one replaces the one before.
 *
 * <p>Doors: {@code PlanWrites} makes them of the agreed values, {@code Intents} hands them out and takes their
 * outcomes, {@code Tail} says how long a repeat waits, {@code RefusedIntents} tells what was refused, and {@code RetryRefused} tries it again.
 */
package dev.tailback.hub.intents;

/**
 * How many calls an app may make, and what it is told when it makes more.
 *
 * <p>Doors: {@code Allowances}, {@code AllowanceSettings} and {@code Policy}.
 */
package dev.tailback.localcrms.hubspot.limits;

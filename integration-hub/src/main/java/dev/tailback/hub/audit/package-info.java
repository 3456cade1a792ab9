/**
 * What people did in the hub: one list that is only added to.
 *
 * <p>Door: {@code Audit}. Each room that lets people act keeps the act in the transaction in which it happens.
 */
package dev.tailback.hub.audit;

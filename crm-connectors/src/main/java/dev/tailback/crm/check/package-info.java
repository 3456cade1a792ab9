/**
 * The command that tries a connector on a CRM: {@code hub check CONNECTOR}.
 *
 * <p>Door: {@link dev.tailback.crm.check.CheckCommand}, which the hub's program takes among its commands.
 */
package dev.tailback.crm.check;

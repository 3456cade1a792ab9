/**
 * One allowance per CRM, shared by all hubs through PostgreSQL: who may call now, and who waits until when and why.
 *
 * <p>Doors: {@code AllowedConnectors} makes a connector that asks before each call and tells what came of it;
 * {@code Allowances} is asked and told directly; {@code PauseCrm} is for operators; {@code CrmStates} tells people how it
 * stands. What a CRM's answers mean is the connector's to say; here it is only kept and obeyed.
 */
package dev.tailback.hub.allowance;

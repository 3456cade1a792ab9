/**
 * The contract kit: the same checks against every connector, each finding in a sentence.
 *
 * <p>Doors: {@link dev.tailback.crm.kit.ContractKit} runs them, {@link dev.tailback.crm.kit.Subject} is what they run
 * against, and {@link dev.tailback.crm.kit.Relay} stands before a CRM that speaks HTTP and spoils its answers.
 */
package dev.tailback.crm.kit;

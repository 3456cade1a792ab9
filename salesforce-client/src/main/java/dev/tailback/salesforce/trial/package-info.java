/**
 * Calls that a proof makes to see what an org refuses. Only the proof of an org uses them; nothing of the way of an
 * entry does.
 *
 * <p>Door: {@link dev.tailback.salesforce.trial.TrialCalls}.
 */
package dev.tailback.salesforce.trial;

/**
 * Calls that a proof makes to see what an org refuses, in which manner, and what another user sees. Only the proof of an
 * org uses them; nothing of the way of an entry does.
 *
 * <p>Doors: {@link dev.tailback.salesforce.trial.TrialCalls} for what must be refused, {@link
 * dev.tailback.salesforce.trial.OpenQuestions} for the manner of it, {@link dev.tailback.salesforce.trial.LineFigures}
 * for what a user sees.
 */
package dev.tailback.salesforce.trial;

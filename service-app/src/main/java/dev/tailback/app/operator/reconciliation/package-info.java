/**
 * The comparison of two ledgers: what ours says Salesforce holds, and what Salesforce holds; and the repair of
 * differences.
 *
 * <p>Door: {@code Reconciliations}, which knows the runs and their results.
 */
package dev.tailback.app.operator.reconciliation;

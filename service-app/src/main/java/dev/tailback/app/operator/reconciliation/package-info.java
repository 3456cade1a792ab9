/** The missing set: what the ledger says Salesforce holds, compared with what it does hold. */
package dev.tailback.app.operator.reconciliation;

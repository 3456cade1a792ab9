/** Usage entries: the ledger of what ads consume, and what Salesforce holds of it. */
package dev.tailback.app.usage;

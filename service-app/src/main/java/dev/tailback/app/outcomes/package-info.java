/** The way back: answers of Salesforce into the ledger. */
package dev.tailback.app.outcomes;

/** What a person decides about an entry that Salesforce has rejected: retry it, or go back to what Salesforce holds. */
package dev.tailback.app.rejected;

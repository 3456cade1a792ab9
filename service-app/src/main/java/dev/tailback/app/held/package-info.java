/** What Salesforce holds of our entries: one way to ask for it, and one way to learn from it. */
package dev.tailback.app.held;

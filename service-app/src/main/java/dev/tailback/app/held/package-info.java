/** What Salesforce holds of an entry, learned in one place: asked, compared with the history, taken over or left. */
package dev.tailback.app.held;

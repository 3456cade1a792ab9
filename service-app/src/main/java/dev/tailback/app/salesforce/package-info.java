/** What calls say about Salesforce: ids of its records, and why it could not be asked. Doors: both classes. */
package dev.tailback.app.salesforce;

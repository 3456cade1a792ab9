/** A person holds the way to Salesforce up, and lets it go on. */
package dev.tailback.app.operator.pause;

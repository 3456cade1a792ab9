/** Contracts as Salesforce shows them now. Salesforce owns them: they are read live, never stored, never written. */
package dev.tailback.app.contracts;

/** Entries that Salesforce refuses for good, seen and let through again by their cause. */
package dev.tailback.app.operator.parked;

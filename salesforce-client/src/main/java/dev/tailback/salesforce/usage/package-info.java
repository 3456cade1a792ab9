/** Writes usage entries and reads back the usage that Salesforce holds. */
package dev.tailback.salesforce.usage;

/** Shows what single records hold, and what would be sent, to people who choose fields. Nothing is written. */
package dev.tailback.salesforce.sample;

/** Which entries a late copy of a refused version may still reach in Salesforce, and when to look. */
package dev.tailback.app.arrivals;

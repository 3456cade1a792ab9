/**
 * Late arrivals: the entries for which a copy of a refused version may still reach Salesforce, and when to look.
 *
 * <p>Door: {@code LateArrivals}. The ledger adds entries, the outcomes room looks for them.
 */
package dev.tailback.app.arrivals;

/**
 * What an org says of itself and of our user: who signs in, which versions it speaks, what it has left of the day.
 *
 * <p>Door: {@link dev.tailback.salesforce.org.OrgReader}.
 */
package dev.tailback.salesforce.org;

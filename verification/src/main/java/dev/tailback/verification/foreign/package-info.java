/**
 * The demo on an org whose objects are not Tailback's: {@link dev.tailback.verification.foreign.PrepareOrg} adds to the
 * org's source what Tailback generates for it, and {@link dev.tailback.verification.foreign.PutMapping} tells the service
 * app its names.
 */
package dev.tailback.verification.foreign;

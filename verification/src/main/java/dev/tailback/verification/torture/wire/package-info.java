/**
 * The connections between workers and Salesforce: what passes them, what they delay and what they falsify. Door:
 * {@code Traffic}.
 */
package dev.tailback.verification.torture.wire;

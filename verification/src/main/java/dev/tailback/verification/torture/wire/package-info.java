/** The connections between workers and Salesforce: what passes them, what they delay and what they falsify. */
package dev.tailback.verification.torture.wire;

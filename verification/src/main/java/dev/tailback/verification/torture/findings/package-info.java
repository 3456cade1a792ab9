/** What a run found: differences, each of one kind of harm. */
package dev.tailback.verification.torture.findings;

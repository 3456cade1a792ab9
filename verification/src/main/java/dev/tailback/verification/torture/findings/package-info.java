/** What a run found: differences, each of one kind of harm. Doors: {@code Differences} and {@code Harm}. */
package dev.tailback.verification.torture.findings;

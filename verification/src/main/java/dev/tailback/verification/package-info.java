/** What proves and measures Tailback with its packaged programs. Nothing of it ships. */
package dev.tailback.verification;

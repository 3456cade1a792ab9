/** Figures for monitoring at {@code /prometheus}; docs/runbook.md says what each means. */
package dev.tailback.app.metrics;

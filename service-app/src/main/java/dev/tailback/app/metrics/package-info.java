/** What monitoring reads at /prometheus; docs/runbook.md says what each figure means. */
package dev.tailback.app.metrics;

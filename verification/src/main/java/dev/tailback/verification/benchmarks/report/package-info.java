/** Samples, tables and the circumstances of a measurement. */
package dev.tailback.verification.benchmarks.report;

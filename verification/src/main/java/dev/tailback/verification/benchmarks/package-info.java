/** {@code ./tailback bench}: measurements, each beside something simpler in the same run. */
package dev.tailback.verification.benchmarks;

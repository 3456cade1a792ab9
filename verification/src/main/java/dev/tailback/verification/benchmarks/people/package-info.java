/** Many people at the pages at once. */
package dev.tailback.verification.benchmarks.people;

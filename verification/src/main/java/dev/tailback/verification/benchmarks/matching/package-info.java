/** How good the hub's matching is, on public sets that the project carries no copy of. */
package dev.tailback.verification.benchmarks.matching;

/** The list of all ads, with many of them. */
package dev.tailback.verification.benchmarks.ads;

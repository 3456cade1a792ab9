/** The time from the commit of an entry to Reported, beside a bare upsert. */
package dev.tailback.verification.benchmarks.latency;

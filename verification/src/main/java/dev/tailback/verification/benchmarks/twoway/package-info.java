/**
 * A two-way sync as many write it first, beside which the hub is measured: it asks each CRM for what was modified since
 * the last time, the last modification of a record wins, what was last modified by its own user is no news, and whole
 * records are written. It runs as a process of its own. Doors: {@code NaiveSync} and {@code NaivePlan}.
 */
package dev.tailback.verification.benchmarks.twoway;

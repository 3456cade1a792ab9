/**
 * What the hub costs and how late it is, beside a naive two-way sync on CRMs of its own ({@code twoway}) in the same run,
 * and how many observations it takes in a second. Door: {@code MeasureHub}.
 */
package dev.tailback.verification.benchmarks.hub;

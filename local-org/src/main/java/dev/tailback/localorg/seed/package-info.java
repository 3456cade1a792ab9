/**
 * Sample data: a plan as {@code sf data import tree} takes it.
 *
 * <p>Door: {@code SeedPlan}.
 */
package dev.tailback.localorg.seed;

/**
 * The agreed values of one thing, and why each is so.
 *
 * <p>Doors: {@code ConsiderGolden} decides what is due, {@code Decisions} tells what was decided, {@code Goldens}
 * makes golden records and lets them be considered, {@code ReadKnown} reads what rules decide over, {@code Questions}
 * tells what stewards must decide, {@code SwitchReach} lets be considered what a switch may touch.
 */
package dev.tailback.hub.golden;

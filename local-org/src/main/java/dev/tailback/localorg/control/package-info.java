/** The addresses under {@code /local-org} that order faults, read the counters of calls and reset the org. */
package dev.tailback.localorg.control;

/** The faults of a run, and the storm that lets them strike. */
package dev.tailback.verification.torture.faults;

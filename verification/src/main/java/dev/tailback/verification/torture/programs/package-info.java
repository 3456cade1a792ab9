/** The programs of a run, their settings, and the guard that a run leaves out. */
package dev.tailback.verification.torture.programs;

/**
 * The faults of a run, and the storm that lets them strike. Doors: {@code Faults}, {@code Storm},
 * {@code OvertakenWrite} and {@code LastBlow}.
 */
package dev.tailback.verification.torture.faults;

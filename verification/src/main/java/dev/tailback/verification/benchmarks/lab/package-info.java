/** The programs, people and sold contracts that all measurements use. */
package dev.tailback.verification.benchmarks.lab;

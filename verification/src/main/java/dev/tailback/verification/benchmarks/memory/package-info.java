/** The memory of both programs while millions of entries wait. */
package dev.tailback.verification.benchmarks.memory;

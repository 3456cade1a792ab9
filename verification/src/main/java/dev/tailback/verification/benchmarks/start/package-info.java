/** How soon the programs, a command of operators and the demo can be used, and what they hold at rest. */
package dev.tailback.verification.benchmarks.start;

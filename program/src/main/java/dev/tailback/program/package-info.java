/**
 * How a program starts: its command line, its environment, its exit code, and the sentences that say why it cannot
 * start. Every program of Tailback uses this and nothing else for it.
 */
package dev.tailback.program;

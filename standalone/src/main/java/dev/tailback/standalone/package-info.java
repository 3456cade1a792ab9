/** {@code ./tailback demo}: everything on one machine, each program as a process of its own. */
package dev.tailback.standalone;

/** The packaged programs as processes: their environment, ports and data directory, started, watched and ended. */
package dev.tailback.verification.fleet;

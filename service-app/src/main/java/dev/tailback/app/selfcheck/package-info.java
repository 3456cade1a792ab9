/**
 * The check at every start: guards that the program relies on are tested over HTTP and in PostgreSQL. Each guard that
 * does not hold is one sentence, and the program ends.
 */
package dev.tailback.app.selfcheck;

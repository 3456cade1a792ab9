/** What the program relies on, tried by itself at every start: what does not hold is one sentence each, and no start. */
package dev.tailback.app.selfcheck;

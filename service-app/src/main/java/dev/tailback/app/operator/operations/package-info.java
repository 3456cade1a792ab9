/** What operators did: who, when, what, for what reason, and to how many entries. */
package dev.tailback.app.operator.operations;

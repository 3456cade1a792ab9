/** What operators did: who, when, what, why, and to how many entries. */
package dev.tailback.app.operator.operations;

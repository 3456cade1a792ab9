/** The ledger: the rows of usage entries, the rules that hold for them, and every way to change them. */
package dev.tailback.app.ledger;

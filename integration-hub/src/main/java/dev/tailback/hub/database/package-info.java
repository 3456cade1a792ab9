/** Transactions, and values as PostgreSQL keeps them. Door: {@code Transactions}. */
package dev.tailback.hub.database;

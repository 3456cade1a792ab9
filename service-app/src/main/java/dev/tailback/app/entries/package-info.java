/** What people and programs see of usage entries: their state, the reason for it, their history, and searches. */
package dev.tailback.app.entries;

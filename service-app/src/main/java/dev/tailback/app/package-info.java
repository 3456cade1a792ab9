/** The service app: the web app of the service team, and the ledger of usage. {@code Application} starts it. */
package dev.tailback.app;

/** Who may log in: accounts with their roles and password hashes, and the first ones. */
package dev.tailback.app.accounts;

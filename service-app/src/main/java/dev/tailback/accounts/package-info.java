/** Who may do what: accounts with roles, the session of a browser, Basic and bearer for the API, and guards around them. */
package dev.tailback.accounts;

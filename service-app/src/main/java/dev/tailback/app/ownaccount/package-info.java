/** The page on which everybody looks after the own account: password, sessions, API tokens. */
package dev.tailback.app.ownaccount;

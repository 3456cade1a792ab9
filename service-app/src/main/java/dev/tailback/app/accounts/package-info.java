/**
 * Accounts with their roles and password hashes, and how the first accounts are created.
 *
 * <p>Doors: {@code AccountRepository} for rooms that look up an account, {@code PasswordHashing} for the check of a
 * password.
 */
package dev.tailback.app.accounts;

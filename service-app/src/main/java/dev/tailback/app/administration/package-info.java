/**
 * What admins do with accounts: create them, give and take roles, disable, enable, reset passwords. By API and by page,
 * each with its reason, which the history of the account keeps.
 *
 * <p>Door: {@code AccountView}, for rooms that show an account.
 */
package dev.tailback.app.administration;

/**
 * Users of the org, and what each may read and write.
 *
 * <p>Doors: {@code Users} and {@code Access}.
 */
package dev.tailback.localorg.users;

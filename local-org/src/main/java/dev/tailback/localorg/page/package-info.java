/**
 * HTML pages that show rows to a person and set picklists.
 *
 * <p>Door: {@code Pages}.
 */
package dev.tailback.localorg.page;

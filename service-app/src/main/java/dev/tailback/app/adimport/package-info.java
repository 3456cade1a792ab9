/**
 * Many ads from a file: a preview says what would become of every row, and saving goes row by row under keys of its
 * own, so that a form that is sent twice, or again after a break, saves each row once.
 *
 * <p>Door: the page {@code /ads/import}.
 */
package dev.tailback.app.adimport;

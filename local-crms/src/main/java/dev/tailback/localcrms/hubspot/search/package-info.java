/**
 * Search as HubSpot has it: filters in groups, one sort, pages, and its limits.
 *
 * <p>Doors: {@code ReadSearch}, {@code RunSearch}, {@code SearchQuery}, {@code Found} and {@code SearchRefused}.
 */
package dev.tailback.localcrms.hubspot.search;

/**
 * Ads over all contracts: one search for the page, the API and the CSV file, with counts of the whole result.
 *
 * <p>Doors: {@code AdQuery} is what a person asked for, {@code SearchAds} answers it.
 */
package dev.tailback.app.adsearch;

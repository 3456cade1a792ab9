/**
 * Ads: staff create, correct and cancel them, and each ad becomes usage entries.
 *
 * <p>Doors: {@code PlaceAd}, {@code CorrectAd} and {@code CancelAd} write, each in one transaction; {@code AdReading}
 * reads. The pages and the API of this room use all four.
 */
package dev.tailback.app.ads;

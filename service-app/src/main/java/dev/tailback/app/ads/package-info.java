/** Ads: what staff create, correct and cancel. */
package dev.tailback.app.ads;

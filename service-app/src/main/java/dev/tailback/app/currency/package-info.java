/**
 * In which currency prices are: one of the org, or one on each record. Pages of staff and of finance ask here.
 *
 * <p>Doors: {@code PriceCurrency}, and {@code IsoCurrency} for what ISO 4217 says about a code.
 */
package dev.tailback.app.currency;

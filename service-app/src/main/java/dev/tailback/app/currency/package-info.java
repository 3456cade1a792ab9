/**
 * In which currency prices are: one of the org, or one on each record. Pages of staff and of finance ask here.
 *
 * <p>Door: {@code PriceCurrency}.
 */
package dev.tailback.app.currency;

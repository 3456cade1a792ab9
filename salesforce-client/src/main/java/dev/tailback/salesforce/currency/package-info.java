/**
 * In which currency an org keeps its prices.
 *
 * <p>Door: {@code OrgCurrencyReader}.
 */
package dev.tailback.salesforce.currency;

/**
 * Reads and writes Salesforce. This package holds what all rooms share: the configuration and the result of a reading.
 * Other modules use this package, {@code session}, {@code contract} and {@code usage}; {@code text}, {@code http} and
 * {@code query} are inner rooms, which the connectors use too, since they meet the same wire.
 */
package dev.tailback.salesforce;

/** CRMs in memory that break, skew their clocks and store values in their own form, for tests of the whole way. */
package dev.tailback.hub.simulation;

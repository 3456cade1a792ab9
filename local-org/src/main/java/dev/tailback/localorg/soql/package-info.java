/**
 * SOQL: parsed, checked against schema and access, executed on a snapshot.
 *
 * <p>Door: {@code Soql}.
 */
package dev.tailback.localorg.soql;

/**
 * Bulk API 2.0: jobs that insert, change, delete or query many rows from and to CSV.
 *
 * <p>Door: {@code Jobs}, used by the REST resources.
 */
package dev.tailback.localorg.bulk;

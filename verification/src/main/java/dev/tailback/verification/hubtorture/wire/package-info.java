/**
 * The way of each hub to each CRM, on which everything is seen and some of it goes wrong. Doors: {@code Link}, {@code LinkFault},
 * {@code CallBook} and what it holds, {@code WriteSeen} and {@code LookSeen}.
 */
package dev.tailback.verification.hubtorture.wire;

/**
 * The torture of the hub: people edit the same customers in three CRMs, everything breaks at random, and then every field is
 * judged. Doors: {@code HubTorture} and {@code HubSettings}.
 */
package dev.tailback.verification.hubtorture;

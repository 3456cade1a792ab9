/**
 * A call as the visitor sent it, when a proxy stands in front: address, host, and whether it was HTTPS.
 *
 * <p>Doors: {@code ForwardedHeaders} and {@code TrustedProxies}.
 */
package dev.tailback.web.forwarded;

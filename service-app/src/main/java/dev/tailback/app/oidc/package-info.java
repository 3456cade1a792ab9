/**
 * Signing in by an OpenID provider (authorization code with PKCE). What the provider says is bounded in time and size,
 * and believed only after its ID token was checked in full.
 *
 * <p>Doors: {@code Departures} for what a browser takes along to the provider, {@code ProviderSignIn} for the way there
 * and back, {@code NotSignedIn} when it fails. {@code OidcSettings} is the
 * configuration; without an issuer there is no {@code Provider}, and nothing of this room talks to one.
 */
package dev.tailback.app.oidc;

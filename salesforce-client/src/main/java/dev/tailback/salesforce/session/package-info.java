/**
 * Signs in and shares one session; other modules use {@code SalesforceSession}, {@code LoginFailed}, and {@code Grant}
 * where they sign in as another user.
 */
package dev.tailback.salesforce.session;

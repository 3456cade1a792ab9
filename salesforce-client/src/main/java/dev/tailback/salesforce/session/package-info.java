/** Signs in and shares one session; other modules use {@code SalesforceSession} and {@code LoginFailed}. */
package dev.tailback.salesforce.session;

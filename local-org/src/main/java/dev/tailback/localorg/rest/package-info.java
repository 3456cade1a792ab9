/**
 * Salesforce's REST API: one class for each resource, with Salesforce's answers and errors.
 *
 * <p>Door: {@code Salesforce}, which finds the resource of a call.
 */
package dev.tailback.localorg.rest;

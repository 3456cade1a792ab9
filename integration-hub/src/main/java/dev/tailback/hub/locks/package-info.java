/**
 * What stewards say of single values of a golden record: locked, chosen, lifted. Door: {@code Locks}.
 */
package dev.tailback.hub.locks;

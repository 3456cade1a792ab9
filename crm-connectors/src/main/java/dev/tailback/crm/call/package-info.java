/**
 * Inner room of the connectors: one call to a CRM, bounded in bytes and time, and held back while the CRM told us to wait.
 */
package dev.tailback.crm.call;

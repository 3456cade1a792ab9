/**
 * Salesforce: changes by SystemModstamp under a fixed upper time, deletions by {@code deleted}, collections of 200, and
 * updates that Salesforce itself compares.
 *
 * <p>Door: {@link dev.tailback.crm.salesforce.SalesforceConnector}.
 */
package dev.tailback.crm.salesforce;

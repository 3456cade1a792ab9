/**
 * The contract that every CRM fulfils: {@link dev.tailback.crm.Connector}. What is awkward about one CRM is in the package
 * of its connector and nowhere else.
 */
package dev.tailback.crm;

/**
 * A Salesforce org on one machine: it executes the metadata of an SFDX project behind Salesforce's REST API.
 *
 * <p>Doors: {@code LocalOrg} for tests, {@code LocalOrgCommand} for the command line.
 */
package dev.tailback.localorg;

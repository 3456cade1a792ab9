/**
 * Generates the SFDX source of what the connected org lacks, for admins. Nothing comes in but {@code GenerateApi}; nothing
 * is changed, here or in Salesforce.
 */
package dev.tailback.app.generation;

/**
 * A CRM with a JSON API that one YAML file describes: access, objects, lists, writes, errors and limits. The file
 * holds no code and no secret; what the API cannot do, the connector does by reading, comparing and writing.
 *
 * <p>Doors: {@link dev.tailback.crm.declared.DeclaredSettings} reads the file, {@link
 * dev.tailback.crm.declared.DeclaredConnector} speaks to the CRM.
 */
package dev.tailback.crm.declared;

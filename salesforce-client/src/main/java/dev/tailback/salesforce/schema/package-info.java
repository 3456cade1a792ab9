/** Asks an org for its objects and fields, as the integration user may see them. */
package dev.tailback.salesforce.schema;

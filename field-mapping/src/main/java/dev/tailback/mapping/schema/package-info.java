/** What an org says of its objects and fields, as the integration user sees them. */
package dev.tailback.mapping.schema;

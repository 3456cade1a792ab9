package dev.tailback.crm;

import dev.tailback.mapping.schema.OrgSchema;

/**
 * The schema of a CRM. Types have Salesforce's words in every CRM: {@code string}, {@code double}, {@code picklist},
 * {@code multipicklist}, {@code boolean}, {@code date}, {@code datetime}, {@code reference}, {@code phone}, {@code email},
 * {@code url}, {@code textarea}.
 *
 * @param stamp differs when anything in the schema differs
 */
public record Described(OrgSchema schema, String stamp) {}

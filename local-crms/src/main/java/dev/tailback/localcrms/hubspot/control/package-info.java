/**
 * {@code /local-crms}: faults, limits, schema and edits as a person does them. No real HubSpot has this.
 *
 * <p>Door: {@code Control}.
 */
package dev.tailback.localcrms.hubspot.control;

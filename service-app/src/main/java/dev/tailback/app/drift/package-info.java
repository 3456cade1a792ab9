/**
 * Whether the org is still as it was when the mapping was put in use. It is described again each day, when the service
 * app starts, when another mapping is in use, and soon after Salesforce refuses something that sounds of another
 * schema; what changed is judged, kept, told, and put in force.
 *
 * <p>Doors: {@code SchemaSmells} for everyone who hears a refusal, {@code DriftReading} for everyone who tells how the
 * way to Salesforce is doing.
 */
package dev.tailback.app.drift;

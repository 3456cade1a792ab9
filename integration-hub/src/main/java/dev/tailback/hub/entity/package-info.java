/**
 * What the CRMs keep in common. {@link dev.tailback.hub.entity.Entities} are declared, {@link
 * dev.tailback.hub.entity.Fact} is one value as one CRM's record holds it. Everything else in the hub speaks of
 * these.
 */
package dev.tailback.hub.entity;

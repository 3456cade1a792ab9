/**
 * Texts that people change: each change is a new version, one of them is in force, and any can be put back.
 *
 * <p>Doors: {@code Versions} keeps and tells, {@code SwitchVersions} lets another one be in force.
 */
package dev.tailback.hub.versions;

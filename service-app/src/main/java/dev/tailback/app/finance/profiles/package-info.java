/**
 * Export profiles: how the lines of a statement are written for another program, each profile a file that can be added.
 *
 * <p>Door: {@code ExportProfiles}.
 */
package dev.tailback.app.finance.profiles;

/**
 * Everything that people ask about one golden record: which one it is, what it holds, what each CRM's record holds,
 * why, and what happened. Nothing here changes anything.
 *
 * <p>Doors: {@code FindGoldens} finds, {@code ReadGolden}, {@code ReadSources}, {@code ReadWhy} and {@code
 * ReadTimeline} show, {@code ExportGolden} hands everything out.
 */
package dev.tailback.hub.dossier;

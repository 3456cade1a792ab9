/**
 * Alerts: people are told when something begins to be wrong, and when it is over, by a signed webhook and by mail. One
 * of several service apps looks; PostgreSQL keeps what is wrong and what was told.
 *
 * <p>Doors: {@code AlertSource}, behind which other rooms say what is wrong; {@code OpenAlerts} for pages.
 */
package dev.tailback.app.operator.alerts;

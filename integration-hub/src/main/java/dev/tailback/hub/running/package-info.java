/**
 * What the hub does by itself, for ever: reads changes, meets records, considers golden records, writes. One loop for each
 * step, and for each CRM where it speaks to one: a CRM that is slow or away delays no other. No door.
 */
package dev.tailback.hub.running;

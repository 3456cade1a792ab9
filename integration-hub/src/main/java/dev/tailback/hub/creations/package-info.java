/**
 * Which customers are to be created in a CRM that has none of them, and what became of it. A record is created by the
 * golden record's id as its key, so whoever repeats it creates nothing.
 *
 * <p>Doors: {@code PlanRecords} says what each CRM should hold, {@code Creations} hands out what can be created and
 * takes what became of it, {@code RecogniseCreated} knows a record again that the hub created, {@code Absences} tells
 * people why a CRM has none.
 */
package dev.tailback.hub.creations;

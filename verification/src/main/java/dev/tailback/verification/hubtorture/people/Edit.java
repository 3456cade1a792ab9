package dev.tailback.verification.hubtorture.people;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One value that a person typed over another one.
 *
 * @param number grows with each edit in one CRM, where one person types
 * @param record the CRM's id
 * @param agreed as the hub writes what was typed
 * @param saw what the field held when the person looked, just before
 * @param isCertain whether the CRM certainly kept it until a program could read it
 */
public record Edit(
        int number,
        Field field,
        String crm,
        String record,
        String typed,
        String agreed,
        String saw,
        Instant begun,
        Instant ended,
        boolean isCertain) {

    public Edit perhaps() {
        return new Edit(number, field, crm, record, typed, agreed, saw, begun, ended, false);
    }

    /**
     * Whether this one took the place of the other with the knowledge of who typed it, so that the other must never come
     * back: it was typed over it in the same record, or over it where the hub had written it. No clock is asked.
     */
    public boolean replaced(Edit other) {
        boolean isSameRecord = crm.equals(other.crm) && record.equals(other.record);
        return isSameRecord ? number > other.number : saw.equals(other.agreed);
    }

    @Override
    public String toString() {
        return "'" + agreed + "' (" + crm + " " + record + ", " + begun.truncatedTo(ChronoUnit.MILLIS) + ")";
    }
}

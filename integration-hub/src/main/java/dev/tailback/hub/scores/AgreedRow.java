package dev.tailback.hub.scores;

import io.micronaut.core.annotation.Introspected;

/**
 * What people said in some of a CRM's records, beside what people said in another CRM.
 *
 * @param compared in how many records they did
 * @param agreed in how many of them they said what is agreed
 */
@Introspected
record AgreedRow(String crm, String entity, String attribute, long compared, long agreed) {

    Counts counts() {
        return Counts.compared(compared, agreed);
    }
}

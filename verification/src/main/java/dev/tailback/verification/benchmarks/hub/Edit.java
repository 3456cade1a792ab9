package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CustomerCrm;

/**
 * What a person typed.
 *
 * @param value typed once in a measurement
 * @param typedAt when the CRM had taken it, by the steady clock of this machine
 */
record Edit(CustomerCrm crm, int customer, String attribute, String value, long typedAt) {

    boolean isOfSameField(Edit other) {
        return customer == other.customer && attribute.equals(other.attribute);
    }
}

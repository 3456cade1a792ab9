package dev.tailback.salesforce.usage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What people in Salesforce see of an entry's ad beside its reference.
 *
 * @param title up to 200 characters
 * @param customerReference the customer's own reference, up to 80 characters
 * @param link the address of the ad's page; where there is none, what Salesforce holds stays
 */
public record AdShown(
        String title, Optional<LocalDate> serviceDate, Optional<String> customerReference, Optional<String> link) {}

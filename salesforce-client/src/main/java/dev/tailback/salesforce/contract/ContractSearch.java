package dev.tailback.salesforce.contract;

import java.util.Optional;

/**
 * What to look for among the contracts.
 *
 * @param customer a part of the account's name, upper or lower case
 * @param number the beginning of the contract number, or the number without its leading zeros
 * @param page from 0
 * @param size contracts per page, 1 to 200; Salesforce skips at most 2,000 rows, so {@code page * size} may not exceed
 *     that
 */
public record ContractSearch(Optional<String> customer, Optional<String> number, int page, int size) {

    /** The most rows Salesforce's OFFSET may skip. */
    public static final int DEEPEST_ROW = 2_000;

    public ContractSearch {
        customer = customer.map(String::strip).filter(text -> !text.isEmpty());
        number = number.map(String::strip).filter(text -> !text.isEmpty());
        if (size < 1 || size > 200) {
            throw new IllegalArgumentException("size is " + size + ": use 1 to 200");
        }
        if (page < 0 || (long) page * size > DEEPEST_ROW) {
            throw new IllegalArgumentException("page is " + page + ": use 0 to " + DEEPEST_ROW / size
                    + ", and narrow the search by customer or number to see what lies deeper");
        }
    }
}

package dev.tailback.crm;

import java.util.List;

/**
 * Who we are in a CRM.
 *
 * @param account the company's account or org there, for people
 * @param user whose rights we have, for people
 * @param missing each right that we need and do not have, as a sentence with its mend; empty when all is well
 */
public record Identity(String account, String user, List<String> missing) {

    public Identity {
        missing = List.copyOf(missing);
    }
}

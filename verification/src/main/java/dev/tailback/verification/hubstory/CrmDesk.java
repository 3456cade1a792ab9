package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.CustomerCrm;
import java.util.List;

/** What a person sees and does in one CRM, through its own API. */
public interface CrmDesk {
    CustomerCrm crm();

    /** In the order in which they were made. */
    List<HeldRecord> all(Part part);

    void edit(Part part, String id, String attribute, String value);

    void delete(Part part, String id);
}

package dev.tailback.verification.customers;

import dev.tailback.verification.fleet.OrgSource;
import java.nio.file.Path;

/**
 * What was written before the CRMs start.
 *
 * @param org the local org with the hub's permissions and its customers
 * @param fixtures what HubSpot holds at first
 * @param crms the file that will name the CRMs to the hub
 */
public record PreparedCustomers(OrgSource org, Path fixtures, Path crms) {}

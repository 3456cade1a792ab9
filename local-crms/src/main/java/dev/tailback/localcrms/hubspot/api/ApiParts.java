package dev.tailback.localcrms.hubspot.api;

import dev.tailback.localcrms.hubspot.access.Access;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.faults.Faults;
import dev.tailback.localcrms.hubspot.limits.Allowances;
import dev.tailback.localcrms.hubspot.switches.Switches;

/** What an API works with. */
public record ApiParts(Account account, Access access, Allowances allowances, Faults faults, Switches switches) {}

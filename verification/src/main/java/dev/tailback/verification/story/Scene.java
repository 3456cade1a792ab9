package dev.tailback.verification.story;

import dev.tailback.verification.fleet.Machine;

/** Who acts in the story, and where. */
record Scene(
        Cast cast,
        StaffDesk staff,
        SalesDesk sales,
        SalesDesk finance,
        FinanceDesk financeApp,
        OrgSwitch org,
        Machine machine) {}

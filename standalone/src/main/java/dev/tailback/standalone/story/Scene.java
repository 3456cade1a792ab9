package dev.tailback.standalone.story;

import dev.tailback.standalone.Machine;

/** Who acts in the story, and where. */
record Scene(StaffDesk staff, SalesDesk sales, SalesDesk finance, OrgSwitch org, Machine machine) {}

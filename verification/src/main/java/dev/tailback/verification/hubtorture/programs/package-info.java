/** The programs of a run: two hubs on one PostgreSQL, three CRMs, and what the accounts need. Door: {@code HubFleet}. */
package dev.tailback.verification.hubtorture.programs;

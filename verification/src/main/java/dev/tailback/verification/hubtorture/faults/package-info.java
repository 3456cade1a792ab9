/** What goes wrong in a run, and the storm that lets it happen. Doors: {@code HubFaults}, {@code HubStorm}, {@code Troubled}. */
package dev.tailback.verification.hubtorture.faults;

package dev.tailback.hub.allowance;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How it stands with one CRM, for people. Times are the database's.
 *
 * @param since of a pause or an outage
 * @param reason one sentence; empty when it is connected
 * @param nextCallAt before which nothing is sent; of an outage, when the next probe goes
 * @param left calls, less those that were granted since the CRM told; empty where it has not told within a day
 * @param most calls in the CRM's own period, usually a day
 * @param toldAt when it told that
 * @param answeredAt when it answered last
 * @param callsToday by all hubs, since midnight UTC
 */
public record CrmState(
        String crm,
        Kind kind,
        Optional<Instant> since,
        Optional<String> reason,
        Optional<Instant> nextCallAt,
        OptionalLong left,
        OptionalLong most,
        Optional<Instant> toldAt,
        Optional<Instant> answeredAt,
        Map<Priority, Long> callsToday) {

    public enum Kind {
        /** Calls may be sent; whether it ever answered says {@code answeredAt}. */
        CONNECTED,
        /** Live changes wait: the hub's share is used up. */
        SHARE_USED,
        /** The CRM told us to wait. */
        WAITING,
        OUTAGE,
        /** By an operator. */
        PAUSED
    }

    public CrmState {
        callsToday = Map.copyOf(callsToday);
    }
}

package dev.tailback.app.operator.holds;

import dev.tailback.app.ledger.Ledger;
import dev.tailback.app.operator.operations.Operations;
import dev.tailback.app.operator.operations.OperatorAction;
import dev.tailback.queue.EntryQueue;
import dev.tailback.queue.Holds;
import dev.tailback.queue.QueueUnavailable;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The holds. PostgreSQL keeps what is held; Redis, which makes the workers pass it over, is told again and again,
 * because it may forget, and before a rebuilt queue opens.
 */
@Singleton
public class SyncHolds {

    private static final Logger LOG = LoggerFactory.getLogger(SyncHolds.class);
    private static final Duration CODES_KNOWN_FOR = Duration.ofDays(7);

    private final HoldRows rows;
    private final Operations operations;
    private final Ledger ledger;
    private final EntryQueue queue;
    private final Clock clock;

    SyncHolds(HoldRows rows, Operations operations, Ledger ledger, EntryQueue queue, Clock clock) {
        this.rows = rows;
        this.operations = operations;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<HoldView> now() {
        return rows.standing().stream().map(HoldView::of).toList();
    }

    public boolean any() {
        return !rows.all().isEmpty();
    }

    /**
     * Holding what is held changes the reason and the end.
     *
     * @throws Problem 404 {@code not_found} when nothing is known of the contract or the code; 409 {@code
     *     too_many_holds}
     */
    public HoldView hold(String who, HoldOrder order) {
        requireKnown(order.held());
        ledger.write(() -> {
            rows.lock();
            find(order.held()).ifPresentOrElse(hold -> change(hold, who, order), () -> begin(who, order));
            return operations.record(
                    who, OperatorAction.HELD, order.reason(), order.held().scope());
        });
        tell();
        return now().stream()
                .filter(view -> view.held().equals(order.held().words()))
                .findFirst()
                .orElseThrow(() -> notHeld(order.held()));
    }

    private void begin(String who, HoldOrder order) {
        if (rows.all().size() >= Holds.MOST) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "too_many_holds",
                    "Nothing was done: " + Holds.MOST + " contracts and causes are held already. Let some go, or pause"
                            + " everything.");
        }
        Held held = order.held();
        rows.begin(
                held.contractId().orElse(null),
                held.code().orElse(null),
                clock.instant(),
                order.endsAt().orElse(null),
                who,
                order.reason());
    }

    private void change(Hold hold, String who, HoldOrder order) {
        rows.change(hold.id(), order.endsAt().orElse(null), who, order.reason());
    }

    /** @throws Problem 404 {@code not_held} */
    public void release(String who, HoldOrder order) {
        ledger.write(() -> {
            rows.lock();
            Hold hold = find(order.held()).orElseThrow(() -> notHeld(order.held()));
            return end(hold, who, order.reason());
        });
        tell();
    }

    private int end(Hold hold, String who, String reason) {
        int ended = rows.end(hold.id());
        if (ended > 0) {
            operations.record(who, OperatorAction.RELEASED, reason, hold.held().scope());
        }
        return ended;
    }

    private void tell() {
        try {
            apply();
        } catch (QueueUnavailable later) {
            LOG.warn("The queue cannot be told just now, and is told as soon as it can: {}", later.getMessage());
        }
    }

    /**
     * Ends what is over, and makes the queue hold what the ledger says.
     *
     * @throws QueueUnavailable when Redis, or a part of it, is down; the other parts are told
     */
    public void apply() {
        Instant now = clock.instant();
        List<Hold> over = rows.all().stream().filter(hold -> hold.isOver(now)).toList();
        if (!over.isEmpty()) {
            ledger.write(() -> over.stream()
                    .mapToInt(hold -> end(hold, "tailback", "Its time is over."))
                    .sum());
        }
        List<Hold> all = rows.all();
        queue.operations().hold(new Holds(each(all, Held::contractId), each(all, Held::code)));
    }

    private static Set<String> each(List<Hold> holds, Function<Held, Optional<String>> part) {
        return holds.stream()
                .map(Hold::held)
                .map(part)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Optional<Hold> find(Held held) {
        return rows.all().stream().filter(hold -> hold.held().equals(held)).findFirst();
    }

    private void requireKnown(Held held) {
        Instant since = clock.instant().minus(CODES_KNOWN_FOR);
        long known = held.fold(
                contract -> rows.aboutContract(contract.id()), code -> rows.refusedWith(code.refusal(), since));
        if (known == 0) {
            throw new Problem(HttpStatus.NOT_FOUND, "not_found", held.fold(SyncHolds::unknown, SyncHolds::unknown));
        }
    }

    private static String unknown(Held.OfContract contract) {
        return "Nothing was done: no entry and no page was ever about contract " + contract.id()
                + ". Check its id, or open its page once.";
    }

    private static String unknown(Held.OfCode code) {
        return "Nothing was done: no entry was refused with the code " + code.refusal()
                + " within the last seven days. Entries show the code of their refusal.";
    }

    private static Problem notHeld(Held held) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not_held",
                "Nothing was done: " + held.words() + " is not on hold. GET /api/sync/holds lists what is.");
    }
}

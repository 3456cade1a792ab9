package dev.tailback.app.outcomes;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.queue.Outcome;
import dev.tailback.queue.OutcomeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reading is applied in sets. Whatever it holds, the ledger says afterwards what it says when they come one by one. */
class OutcomesInSetsTest {

    private static final int PAIRS = 12;
    private static final int OUTCOMES = 120;
    private static final Instant NEXT = Instant.parse("2030-01-01T00:00:00Z");
    private static final String POISON = "a\0b";

    private static final String ENTRIES = """
            select concat_ws('|', version, highest_version, units, cancelled, reported_version, reported_units,
                reported_cancelled, fate, attempts, next_attempt_at is not null, code, reason, salesforce_id,
                offer_due_at < now() + interval '1 hour')
            from usage_entry where ad_id = cast(? as uuid) order by line
            """;
    private static final String HISTORY = """
            select concat_ws('|', h.what, h.who, h.reason, h.version, h.units, h.cancelled, h.attempts, h.code,
                h.message, h.salesforce_id, h.consumed_change)
            from usage_history h join usage_entry e on e.id = h.entry_id
            where e.ad_id = cast(? as uuid) order by e.line, h.id
            """;

    private static Org org;
    private static Line line;
    private final Map<UUID, UUID> twins = new HashMap<>();

    @BeforeAll
    static void start() {
        org = Org.start();
        org.goDown();
        line = Line.to(org.address());
    }

    @AfterAll
    static void end() {
        line.close();
        org.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void together_they_say_what_they_say_one_by_one(long seed) {
        Random random = new Random(seed);
        List<Answer> ads = new ArrayList<>();
        List<Answer> theirTwins = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            pair(random, ads, theirTwins);
        }
        List<Outcome> told = outcomes(random, ads);
        ApplyOutcomes apply = line.bean(ApplyOutcomes.class);
        org.upFor(() -> {
            apply.apply(told);
            told.forEach(outcome -> apply.apply(List.of(ofTwin(outcome))));
            return told;
        });
        for (int pair = 0; pair < PAIRS; pair++) {
            assertEquals(said(ENTRIES, theirTwins.get(pair)), said(ENTRIES, ads.get(pair)), "seed " + seed);
            assertEquals(said(HISTORY, theirTwins.get(pair)), said(HISTORY, ads.get(pair)), "seed " + seed);
        }
        List<String> all =
                ads.stream().flatMap(ad -> said(HISTORY, ad).stream()).toList();
        for (String what : List.of("ACCEPTED", "RETRYING", "PARKED", "STALE", "SUPERSEDED", "REPEATED")) {
            assertTrue(all.stream().anyMatch(one -> one.startsWith(what)), what + " is not in the mixture: " + all);
        }
    }

    /** Two ads to which the same happened. */
    private void pair(Random random, List<Answer> ads, List<Answer> theirTwins) {
        String contract = Ids.contract();
        String product = Ids.product();
        String other = Ids.product();
        int corrections = random.nextInt(3);
        boolean replaced = random.nextBoolean();
        Answer one = made(contract, product, other, corrections, replaced);
        Answer twin = made(contract, product, other, corrections, replaced);
        ads.add(one);
        theirTwins.add(twin);
        List<UUID> theirs = entries(twin);
        List<UUID> ours = entries(one);
        for (int index = 0; index < ours.size(); index++) {
            twins.put(ours.get(index), theirs.get(index));
        }
    }

    private static Answer made(String contract, String product, String other, int corrections, boolean replaced) {
        Answer made = line.staff().create(ad("Spring", contract, product, 1));
        for (int units = 2; units < 2 + corrections; units++) {
            made = line.staff().correct(made, ad("Spring", contract, product, units));
        }
        return replaced ? line.staff().correct(made, ad("Spring", contract, other, 7)) : made;
    }

    private List<Outcome> outcomes(Random random, List<Answer> ads) {
        List<Outcome> outcomes = new ArrayList<>();
        List<UUID> all = ads.stream().flatMap(ad -> entries(ad).stream()).toList();
        Map<UUID, String> contracts = ads.stream()
                .flatMap(ad -> entries(ad).stream()
                        .map(id -> Map.entry(id, ad.entry(0).path("contractId").asText())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (int number = 0; number < OUTCOMES; number++) {
            UUID entry = all.get(random.nextInt(all.size()));
            outcomes.add(
                    !outcomes.isEmpty() && random.nextInt(10) == 0
                            ? outcomes.get(random.nextInt(outcomes.size()))
                            : outcome(random, entry, contracts.get(entry), number));
        }
        return outcomes;
    }

    private Outcome outcome(Random random, UUID entry, String contract, int number) {
        OutcomeKind kind = OutcomeKind.values()[random.nextInt(OutcomeKind.values().length)];
        boolean refused = kind == OutcomeKind.PARKED || kind == OutcomeKind.RETRYING;
        boolean poison = refused && random.nextInt(20) == 0;
        return new Outcome(
                number + "-" + Math.abs(random.nextInt()),
                entry,
                random.nextInt(30) == 0 ? Ids.contract() : contract,
                random.nextInt(5),
                kind,
                refused ? random.nextInt(4) : 0,
                kind == OutcomeKind.RETRYING ? Optional.of(NEXT) : Optional.empty(),
                kind == OutcomeKind.ACCEPTED ? Optional.of("a02000000000" + number) : Optional.empty(),
                refused ? Optional.of("CODE_" + random.nextInt(3)) : Optional.empty(),
                refused ? Optional.of(poison ? POISON : "Refused " + number) : Optional.empty(),
                NEXT);
    }

    private Outcome ofTwin(Outcome told) {
        return new Outcome(
                told.streamId(),
                twins.get(told.entryId()),
                told.group(),
                told.version(),
                told.kind(),
                told.attempts(),
                told.nextAttemptAt(),
                told.acceptedId(),
                told.code(),
                told.reason(),
                told.at());
    }

    private static List<UUID> entries(Answer ad) {
        return said("select id from usage_entry where ad_id = cast(? as uuid) order by line", ad).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static List<String> said(String sql, Answer ad) {
        List<String> said = new ArrayList<>();
        try (Connection database = line.connect();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, ad.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    said.add(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }
}

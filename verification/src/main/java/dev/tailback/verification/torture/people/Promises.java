package dev.tailback.verification.torture.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.fleet.Http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What the service app has acknowledged, and so must hold for ever. */
public final class Promises {
    private static final int NEWEST = 15;

    /** One version of one entry, as an answer showed it. */
    public record Line(String entry, long version, int units, boolean cancelled) {
        public static Line of(JsonNode entry, String id) {
            return new Line(
                    id,
                    entry.path("version").asLong(),
                    entry.path("units").asInt(),
                    entry.path("cancelled").asBoolean());
        }
    }

    /** A creation whose answer never came, or was that it did not work just now. */
    public record Unclear(String key, String title, JsonNode body) {}

    private final List<String> ads = new ArrayList<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Set<Line>> lines = new LinkedHashMap<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    /** An answer that shows an ad after a write. */
    synchronized void acknowledged(Answer answer) {
        String ad = answer.body().path("id").asText();
        if (titles.putIfAbsent(ad, answer.body().path("title").asText()) == null) {
            ads.add(ad);
        }
        answer.body().path("entries").forEach(entry -> keep(ad, entry));
    }

    /** An answer that shows an entry after a write. */
    synchronized void acknowledgedEntry(Answer answer) {
        keep(answer.body().path("adId").asText(), answer.body());
    }

    private void keep(String ad, JsonNode entry) {
        lines.computeIfAbsent(ad, none -> new HashSet<>())
                .add(Line.of(entry, entry.path("id").asText()));
    }

    synchronized void unclear(Unclear creation) {
        unclear.add(creation);
    }

    /** Never created: nothing of this title may be in the ledger. */
    synchronized void refused(String title) {
        refused.add(title);
    }

    public synchronized List<Unclear> takeUnclear() {
        List<Unclear> taken = List.copyOf(unclear);
        unclear.clear();
        return taken;
    }

    /** An ad to do something with; half the time one of the newest, which are still on their way. */
    synchronized Optional<String> anyAd(Random random) {
        if (ads.isEmpty()) {
            return Optional.empty();
        }
        int among = random.nextBoolean() ? Math.min(NEWEST, ads.size()) : ads.size();
        return Optional.of(ads.get(ads.size() - 1 - random.nextInt(among)));
    }

    public synchronized Map<String, Set<Line>> lines() {
        return new LinkedHashMap<>(lines);
    }

    /** Titles by the ad's id. */
    public synchronized Map<String, String> titles() {
        return new HashMap<>(titles);
    }

    public synchronized Set<String> refusedTitles() {
        return new HashSet<>(refused);
    }
}

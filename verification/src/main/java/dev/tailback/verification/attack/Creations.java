package dev.tailback.verification.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ads that were acknowledged are there, others are not, and none holds what no ad may hold. */
final class Creations {
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\ufffd\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]");

    private final Set<String> acknowledged = new HashSet<>();
    private int before;
    private int after;
    private int unanswered;

    void before(Staff staff) {
        before = staff.ads().size();
    }

    synchronized void seen(RawRequest request, RawAnswer answer) {
        boolean isNew = answer.status() == 201 || answer.status() == 303;
        if (isNew && isCreation(request) && !answer.leadsToLogin()) {
            answer.header("location").ifPresent(acknowledged::add);
        }
    }

    synchronized void unanswered(RawRequest request) {
        if (isCreation(request)) {
            unanswered++;
        }
    }

    private static boolean isCreation(RawRequest request) {
        return request.method().equals("POST") && request.path().endsWith("/ads");
    }

    synchronized void check(Staff staff, Findings findings) {
        List<JsonNode> ads = staff.ads();
        after = ads.size();
        Map<String, String> idOf = namesOf(ads);
        acknowledged.stream()
                .filter(location -> !idOf.containsKey(nameIn(location)))
                .forEach(
                        location -> findings.add("fuzz: an ad lost", location + " was acknowledged and is not there."));
        // A form and a call with the same key are told of one ad in two ways.
        long told = acknowledged.stream()
                .map(location -> idOf.get(nameIn(location)))
                .distinct()
                .count();
        if (after - before > told + unanswered) {
            findings.add(
                    "fuzz: ads that no answer acknowledged",
                    (after - before) + " are there, " + told + " were acknowledged, " + unanswered + " unanswered.");
        }
        ads.forEach(ad -> checkText(ad, findings));
    }

    private static Map<String, String> namesOf(List<JsonNode> ads) {
        Map<String, String> idOf = new HashMap<>();
        ads.forEach(ad -> {
            String id = ad.path("id").asText();
            idOf.put(id, id);
            idOf.put(ad.path("reference").asText(), id);
        });
        return idOf;
    }

    /** The id of the API's answer, or the reference of a page's. */
    private static String nameIn(String location) {
        return location.replaceFirst("^.*(/|saved=)", "");
    }

    private static void checkText(JsonNode ad, Findings findings) {
        String title = ad.path("title").asText();
        if (title.isBlank() || UNFIT.matcher(title).find()) {
            findings.add("fuzz: an ad with an unfit title", ad.path("id").asText() + " is called '" + title + "'.");
        }
    }

    synchronized String words() {
        return "%d ads before, %d after, %d acknowledged, %d creations unanswered"
                .formatted(before, after, acknowledged.size(), unanswered);
    }
}

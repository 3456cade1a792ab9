package dev.tailback.verification.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One ad as the service app shows it. */
record Ad(String id, String title, String etag, List<Entry> entries) {
    static Ad of(JsonNode json, String etag) {
        List<Entry> entries = new ArrayList<>();
        json.path("entries").forEach(entry -> entries.add(Entry.of(entry)));
        return new Ad(json.path("id").asText(), json.path("title").asText(), etag, entries);
    }

    Entry only() {
        if (entries.size() != 1) {
            throw new StoryFailed("The ad " + title + " has " + entries.size() + " entries; one was expected");
        }
        return entries.get(0);
    }

    boolean isReported() {
        return entries.stream().allMatch(Entry::isReported);
    }
}

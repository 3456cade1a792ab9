package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.quality.RecordQuality;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Records with the truth about them, through quality as in the program. */
record OwnSet(Entity entity, List<MatchRecord> records, Map<Source, String> truth) {

    private static final List<String> COMPANY =
            List.of("name", "taxNumber", "domain", "email", "phone", "street", "postalCode", "city", "country");
    private static final List<String> PERSON =
            List.of("firstName", "lastName", "email", "phone", "birthDate", "street", "postalCode", "city", "country");

    static OwnSet companies(String half) {
        return read("company", "companies-" + half + ".txt", COMPANY);
    }

    static OwnSet people(String half) {
        return read("person", "people-" + half + ".txt", PERSON);
    }

    private static OwnSet read(String entityName, String file, List<String> columns) {
        Entity entity = Entities.shipped().entity(entityName).orElseThrow();
        RecordQuality quality = new RecordQuality(entity);
        List<MatchRecord> records = new ArrayList<>();
        Map<Source, String> truth = new HashMap<>();
        for (String line : lines(file)) {
            String[] cells = line.split("\\|", -1);
            Map<String, String> values = new HashMap<>();
            for (int at = 0; at < columns.size(); at++) {
                values.put(columns.get(at), cells[at + 2]);
            }
            Source source = new Source(cells[1], String.format("%03d", records.size()));
            records.add(new MatchRecord(source, quality.check(values).known()));
            truth.put(source, cells[0]);
        }
        return new OwnSet(entity, records, truth);
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(OwnSet.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Figures figures() {
        Model model = new Learning(entity).learn(records);
        Judge judge = new Judge(model, new Calibration(model).forPrecision(0.999, records), StewardDecisions.none());
        Meeting meeting = new FirstMeeting(judge, java.util.Set.of()).meet(records);
        int right = 0;
        int wrong = 0;
        for (Group group : meeting.groups()) {
            for (MatchRecord one : group.members()) {
                for (MatchRecord other : group.members()) {
                    if (one.source().compareTo(other.source()) < 0) {
                        right += isTrue(one.source(), other.source()) ? 1 : 0;
                        wrong += isTrue(one.source(), other.source()) ? 0 : 1;
                    }
                }
            }
        }
        long shown = meeting.open().stream()
                .filter(pair -> isTrue(pair.one(), pair.other()))
                .count();
        return new Figures(all(), right, wrong, (int) shown, meeting.open().size() - (int) shown);
    }

    private boolean isTrue(Source one, Source other) {
        return Objects.equals(truth.get(one), truth.get(other));
    }

    private int all() {
        int all = 0;
        for (Source one : truth.keySet()) {
            for (Source other : truth.keySet()) {
                all += one.compareTo(other) < 0 && isTrue(one, other) ? 1 : 0;
            }
        }
        return all;
    }

    /** Of all true pairs: merged rightly, merged wrongly, shown to a steward rightly and wrongly. */
    record Figures(int all, int merged, int wronglyMerged, int shown, int wronglyShown) {}
}

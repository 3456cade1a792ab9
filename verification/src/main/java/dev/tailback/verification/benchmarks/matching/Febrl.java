package dev.tailback.verification.benchmarks.matching;

import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Calibration;
import dev.tailback.hub.matching.FirstMeeting;
import dev.tailback.hub.matching.Group;
import dev.tailback.hub.matching.Judge;
import dev.tailback.hub.matching.Learning;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.Model;
import dev.tailback.hub.matching.StewardDecisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 5,000 people in two lists, each once in each, the second with misspellings. The number in the id is the truth.
 * The social security number is left out. Names are wholly replaced in some records, as no CRM does, so they need not
 * agree here.
 */
final class Febrl {

    static final List<String> FILES = List.of("febrl4a.csv", "febrl4b.csv");

    private static final List<String> COLUMNS =
            List.of("given", "surname", "number", "street", "address", "suburb", "postcode", "state", "birth");

    private static final String PERSON = """
            form: 1
            entities:
              person:
                attributes:
                  given: {kind: person name}
                  surname: {kind: person name}
                  number: {kind: text}
                  street: {kind: text}
                  address: {kind: text}
                  suburb: {kind: text}
                  postcode: {kind: postal code}
                  state: {kind: text}
                  birth: {kind: date}
            """;

    private final Path folder;

    Febrl(Path folder) {
        this.folder = folder;
    }

    Figures figures(double wantedPrecision) throws IOException {
        List<MatchRecord> records = new ArrayList<>();
        for (String file : FILES) {
            records.addAll(records(file));
        }
        Entity person = Declared.entity(PERSON);
        Model model = new Learning(person).learn(records);
        Judge judge = new Judge(
                model, new Calibration(model).forPrecision(wantedPrecision, records), StewardDecisions.none());
        List<Group> groups =
                new FirstMeeting(judge, Set.copyOf(FILES)).meet(records).groups();
        List<Group> pairs =
                groups.stream().filter(group -> group.members().size() == 2).toList();
        int right = (int) pairs.stream().filter(Febrl::isRight).count();
        return new Figures(records.size(), records.size() / 2, right, pairs.size() - right);
    }

    private List<MatchRecord> records(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> line.startsWith("rec-"))
                .map(line -> record(file, line.split(",", -1)))
                .toList();
    }

    private static MatchRecord record(String file, String[] cells) {
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            String value = cells[column + 1].strip();
            if (!value.isEmpty()) {
                values.put(COLUMNS.get(column), value);
            }
        }
        return new MatchRecord(new Source(file, cells[0].strip()), values);
    }

    private static boolean isRight(Group pair) {
        return number(pair.members().get(0)).equals(number(pair.members().get(1)));
    }

    private static String number(MatchRecord record) {
        return record.source().record().split("-")[1];
    }
}

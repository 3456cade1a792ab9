package dev.tailback.verification.benchmarks.matching;

import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Calibration;
import dev.tailback.hub.matching.Judge;
import dev.tailback.hub.matching.Learning;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.Model;
import dev.tailback.hub.matching.StewardDecisions;
import dev.tailback.hub.matching.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Publications in two lists (DBLP-ACM), as pairs with a label. All pairs are judged, each publication is given to
 * its best partner, and the labels of the test are used for the figure only.
 */
final class Publications {

    static final List<String> FILES =
            List.of("Structured_DBLP-ACM.train", "Structured_DBLP-ACM.valid", "Structured_DBLP-ACM.test");

    private static final String TEST = FILES.get(2);
    private static final Pattern LINE =
            Pattern.compile("COL title VAL (.*?) COL authors VAL (.*?) COL venue VAL (.*?) COL year VAL (.*?)\\s*");
    private static final List<String> COLUMNS = List.of("title", "authors", "venue", "year");

    private static final String PUBLICATION = """
            form: 1
            entities:
              publication:
                attributes:
                  title: {kind: text}
                  authors: {kind: list}
                  venue: {kind: text}
                  year: {kind: number}
            """;

    private final Path folder;
    private final Map<String, MatchRecord> records = new HashMap<>();

    Publications(Path folder) {
        this.folder = folder;
    }

    private record Labelled(MatchRecord one, MatchRecord other, boolean isSame, boolean isOfTest) {}

    private record Judged(Labelled pair, Verdict verdict) {}

    Figures figures(double wantedPrecision) throws IOException {
        List<Labelled> pairs = pairs();
        List<MatchRecord> all = records.values().stream()
                .sorted(Comparator.comparing(MatchRecord::source))
                .toList();
        Entity publication = Declared.entity(PUBLICATION);
        Model model = new Learning(publication).learn(all);
        Judge judge =
                new Judge(model, new Calibration(model).forPrecision(wantedPrecision, all), StewardDecisions.none());
        List<Judged> likeliestFirst = pairs.stream()
                .map(pair -> new Judged(pair, judge.judge(pair.one(), pair.other())))
                .sorted(Comparator.comparingDouble(
                        (Judged one) -> -one.verdict().score().bits()))
                .toList();
        return figures(likeliestFirst, all.size());
    }

    private static Figures figures(List<Judged> likeliestFirst, int records) {
        Set<Source> taken = new HashSet<>();
        int all = 0;
        int right = 0;
        int wrong = 0;
        for (Judged judged : likeliestFirst) {
            Labelled pair = judged.pair();
            boolean isFree = !taken.contains(pair.one().source())
                    && !taken.contains(pair.other().source());
            boolean isMerged = judged.verdict().isSame() && isFree;
            if (isMerged) {
                taken.add(pair.one().source());
                taken.add(pair.other().source());
            }
            all += pair.isOfTest() && pair.isSame() ? 1 : 0;
            right += pair.isOfTest() && isMerged && pair.isSame() ? 1 : 0;
            wrong += pair.isOfTest() && isMerged && !pair.isSame() ? 1 : 0;
        }
        return new Figures(records, all, right, wrong);
    }

    private List<Labelled> pairs() throws IOException {
        List<Labelled> pairs = new ArrayList<>();
        for (String file : FILES) {
            for (String line : Files.readAllLines(folder.resolve(file))) {
                String[] cells = line.split("\t");
                pairs.add(new Labelled(
                        record("dblp", cells[0]),
                        record("acm", cells[1]),
                        cells[2].strip().equals("1"),
                        file.equals(TEST)));
            }
        }
        return pairs;
    }

    private MatchRecord record(String list, String text) {
        return records.computeIfAbsent(
                list + text, unused -> new MatchRecord(new Source(list, String.valueOf(records.size())), values(text)));
    }

    private static Map<String, String> values(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new IllegalArgumentException("no publication in: " + text);
        }
        Map<String, String> values = new HashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            String value = letters(line.group(column + 1)).strip();
            if (!value.isEmpty()) {
                values.put(COLUMNS.get(column), column == 1 ? value.replace(" , ", ";") : value);
            }
        }
        return values;
    }

    /** The list has letters as numbers with spaces around them: {@code b &#246; hlen}. */
    private static String letters(String text) {
        return Pattern.compile(" ?&#(\\d{2,5}) ?; ?")
                .matcher(text)
                .replaceAll(number -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))));
    }
}

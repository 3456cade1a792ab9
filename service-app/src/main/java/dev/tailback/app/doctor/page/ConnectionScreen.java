package dev.tailback.app.doctor.page;

import dev.tailback.app.doctor.DoctorView;
import dev.tailback.app.doctor.Line;
import dev.tailback.app.doctor.Verdict;
import dev.tailback.app.layout.Visitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a look found: first what somebody has to do, then everything by its area. */
public record ConnectionScreen(Visitor visitor, DoctorView look) {

    /** What is broken or could not be found out. */
    public List<Line> troubles() {
        return look.lines().stream().filter(line -> !Verdict.of(line).isSound()).toList();
    }

    private static final Map<Verdict, String> COLOURS = Map.of(
            Verdict.HELD, "reported",
            Verdict.HINT, "locked",
            Verdict.LOSS, "waiting",
            Verdict.BROKEN, "rejected",
            Verdict.UNKNOWN, "retrying");

    /** In the order of the look. */
    public Map<String, List<Line>> areas() {
        Map<String, List<Line>> areas = new LinkedHashMap<>();
        look.lines()
                .forEach(line -> areas.computeIfAbsent(line.area(), unused -> new ArrayList<>())
                        .add(line));
        return areas;
    }

    /** Which of the colours of states a verdict has. */
    public String colour(Line line) {
        return COLOURS.getOrDefault(Verdict.of(line), "");
    }
}

package dev.tailback.app.doctor;

import dev.tailback.app.mapping.ActiveMapping;
import dev.tailback.app.mapping.CheckMapping;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.check.Finding;
import dev.tailback.mapping.check.Severity;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Every object and field of the mapping, as the very user may use it with whom Tailback signs in. */
@Singleton
@Order(6)
class RightsCheck implements Check {

    private static final String AREA = "Mapping";

    private final Supplier<Mapping> mapping;
    private final CheckMapping check;

    @Inject
    RightsCheck(ActiveMapping active, CheckMapping check) {
        this(() -> active.now().mapping(), check);
    }

    /** @param mapping with all its fields, those too that are left out because the org has changed */
    RightsCheck(Supplier<Mapping> mapping, CheckMapping check) {
        this.mapping = mapping;
        this.check = check;
    }

    @Override
    public String area() {
        return AREA;
    }

    @Override
    public List<Line> look() {
        Mapping active = mapping.get();
        Failed failed = new Failed(AREA, active.name());
        return check.of(active)
                .fold(
                        found -> lines(active, found.value()),
                        () -> failed.absent("The org describes nothing.", "See who answers in its place."),
                        failed::refused,
                        failed::unavailable);
    }

    private List<Line> lines(Mapping active, List<Finding> findings) {
        List<Line> lines = new ArrayList<>();
        Arrays.stream(Part.values())
                .filter(part -> isSound(active, part, findings))
                .forEach(part -> lines.add(held(active, part)));
        findings.forEach(finding -> lines.add(
                Line.of(verdict(finding.severity()), AREA, finding.about(), finding.sentence(), finding.mend())));
        return List.copyOf(lines);
    }

    private static boolean isSound(Mapping active, Part part, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.BROKEN)
                .map(Finding::about)
                .noneMatch(about -> about.contains(part.key() + ".")
                        || about.equals(active.object(part))
                        || about.startsWith(active.object(part) + "."));
    }

    private static Line held(Mapping active, Part part) {
        long fields = Idea.of(part).stream()
                .filter(idea -> active.find(idea).isPresent())
                .count();
        String what = active.object(part) + " stands for " + part.meaning() + ": " + fields + " fields can be "
                + (part == Part.USAGE ? "read and written" : "read") + " by the integration user";
        return Line.held(
                AREA,
                active.object(part),
                part == Part.USAGE
                        ? what + ", and " + active.field(Idea.EXTERNAL_ID) + " is a unique external id."
                        : what + ".");
    }

    private static Verdict verdict(Severity severity) {
        return switch (severity) {
            case BROKEN -> Verdict.BROKEN;
            case LOSS -> Verdict.LOSS;
            case HINT -> Verdict.HINT;
        };
    }
}

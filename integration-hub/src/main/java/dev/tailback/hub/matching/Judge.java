package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import dev.tailback.hub.matching.Verdict.Candidate;
import dev.tailback.hub.matching.Verdict.Different;
import dev.tailback.hub.matching.Verdict.Same;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges a pair: what a steward decided first, then certain keys, then probability. What speaks loudly against, as
 * another tax number or another name, leaves a pair to a steward however probable it is.
 */
public final class Judge {

    private final Scoring scoring;
    private final CertainKeys keys;
    private final Thresholds thresholds;
    private final StewardDecisions stewards;
    private final Model model;

    public Judge(Model model, Thresholds thresholds, StewardDecisions stewards) {
        this.model = model;
        this.scoring = new Scoring(model);
        this.keys = new CertainKeys(model.entity());
        this.thresholds = thresholds;
        this.stewards = stewards;
    }

    /** Symmetric: the order of the two has no say. */
    public Verdict judge(MatchRecord one, MatchRecord other) {
        return judge(prepared(one), prepared(other));
    }

    Prepared prepared(MatchRecord record) {
        return Prepared.of(model.entity(), record);
    }

    Model model() {
        return model;
    }

    StewardDecisions stewards() {
        return stewards;
    }

    boolean isForbidden(Source one, Source other) {
        return !one.equals(other) && stewards.notSame().contains(Pair.of(one, other));
    }

    boolean isOrdered(Source one, Source other) {
        return !one.equals(other) && stewards.same().contains(Pair.of(one, other));
    }

    Verdict judge(Prepared one, Prepared other) {
        Score score = scoring.score(one, other);
        Pair pair = Pair.of(one.source(), other.source());
        if (stewards.same().contains(pair)) {
            return new Same(score, "A steward decided that they are the same.");
        }
        if (stewards.notSame().contains(pair)) {
            return new Different(score, "A steward decided that they are not the same.");
        }
        return byEvidence(score);
    }

    private Verdict byEvidence(Score score) {
        Optional<String> against = keys.against(score);
        Optional<String> certain = keys.equal(score);
        if (certain.isPresent()) {
            return against.isPresent()
                    ? new Candidate(score, certain.get() + " But " + against.get())
                    : new Same(score, certain.get());
        }
        return byProbability(score, keys.againstProbability(score));
    }

    private Verdict byProbability(Score score, Optional<String> against) {
        String likely = String.format(Locale.ROOT, "The same with a probability of %.4f.", score.probability());
        if (score.probability() >= thresholds.same()) {
            return against.isPresent()
                    ? new Candidate(score, likely + " But " + against.get())
                    : new Same(score, likely);
        }
        return score.probability() >= thresholds.candidate()
                ? new Candidate(score, likely)
                : new Different(score, likely);
    }
}

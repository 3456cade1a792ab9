package dev.tailback.app.pages;

import dev.tailback.app.ads.AdReading;
import dev.tailback.app.ads.AdView;
import dev.tailback.app.ads.CorrectAd;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Saves what was typed into the form of an ad. When another person changed the ad since the page was shown, both changes
 * are merged; where they clash, nothing is saved and the person decides.
 */
@Singleton
class SaveCorrection {

    private static final String STALE = "stale";
    private static final int TRIES = 3;

    private final CorrectAd correctAd;
    private final AdReading ads;

    SaveCorrection(CorrectAd correctAd, AdReading ads) {
        this.correctAd = correctAd;
        this.ads = ads;
    }

    /**
     * What became of it.
     *
     * @param merged whether another person's change is in it as well
     * @param refusal why nothing was saved
     * @param form to show again then, on the basis it has now
     */
    record Saved(
            boolean merged, Optional<Problem> refusal, AdForm form, AdContent was, List<ThreeWayMerge.Clash> clashes) {

        private static Saved done(boolean merged, AdForm form, AdContent was) {
            return new Saved(merged, Optional.empty(), form, was, List.of());
        }

        private static Saved refused(Problem why, AdForm form, AdContent was) {
            return new Saved(false, Optional.of(why), form, was, List.of());
        }
    }

    Saved save(UUID id, AdForm typed, Basis basis, String who) {
        AdView seen = ads.bare(id).orElseThrow(() -> unknown(id));
        AdContent was = basis.orElse(seen);
        AdContent mine = AdContent.of(typed, was.at(AdContent.CONTRACT));
        Optional<AdContent> decided = basis.decided(mine);
        if (decided.isEmpty()) {
            return new Saved(false, Optional.of(undecided(basis)), typed, was, basis.clashes(mine));
        }
        return save(id, new Attempt(typed.saying(decided.get()), decided.get(), was, false), who, TRIES);
    }

    /** One version of what is to be saved, and the basis it stands on. */
    private record Attempt(AdForm form, AdContent mine, AdContent was, boolean merged) {}

    private Saved save(UUID id, Attempt attempt, String who, int tries) {
        try {
            AdForm form = attempt.form();
            correctAd.correct(id, form.correction(attempt.mine().at(AdContent.CONTRACT)), form.version(), who);
            return Saved.done(attempt.merged(), form, attempt.was());
        } catch (Problem refusal) {
            return refusal.code().equals(STALE)
                    ? merged(id, attempt, refusal, who, tries)
                    : Saved.refused(refusal, attempt.form(), attempt.was());
        }
    }

    private Saved merged(UUID id, Attempt attempt, Problem stale, String who, int tries) {
        AdView now = ads.bare(id).orElseThrow(() -> unknown(id));
        AdContent theirs = AdContent.of(now);
        if (now.cancelled() || tries == 1) {
            return Saved.refused(stale, attempt.form(), attempt.was());
        }
        ThreeWayMerge merge = ThreeWayMerge.of(attempt.was(), theirs, attempt.mine());
        AdForm form = attempt.form().saying(merge.merged()).atVersion(now.etag());
        return merge.clashes().isEmpty()
                ? save(id, new Attempt(form, merge.merged(), theirs, true), who, tries - 1)
                : new Saved(false, Optional.of(stale), form, theirs, merge.clashes());
    }

    private static Problem undecided(Basis basis) {
        List<Map<String, String>> errors = basis.clashing().stream()
                .map(field -> Map.of("field", "choice-" + field, "message", "must be mine or theirs"))
                .toList();
        return new Problem(
                        HttpStatus.BAD_REQUEST,
                        "undecided",
                        "Nothing was saved: choose for each clash which one holds.")
                .with("errors", errors);
    }

    private static Problem unknown(UUID id) {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no ad with the id " + id + ".")
                .says("problem.no.ad", id);
    }
}

package dev.tailback.app.operator.console;

import dev.tailback.app.operator.retention.DeleteSpent;
import dev.tailback.app.operator.retention.DeletionAnswer;
import dev.tailback.app.operator.retention.KindView;
import dev.tailback.app.operator.retention.RetentionView;
import dev.tailback.web.input.Form;
import dev.tailback.web.texts.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is kept, and the forms to delete what is spent.
 *
 * @param answer what a deletion did, or would do, when one was asked for
 * @param kind whose form was sent, or empty
 * @param days that were typed in it
 * @param reason that was typed in it
 */
public record RetentionScreen(
        Seat seat, RetentionView kept, Optional<DeletionAnswer> answer, String kind, String days, String reason) {

    static RetentionScreen untouched(Seat seat, RetentionView kept) {
        return new RetentionScreen(seat, kept, Optional.empty(), "", "", "");
    }

    static RetentionScreen of(Seat seat, RetentionView kept, Optional<DeletionAnswer> answer, Form form) {
        return new RetentionScreen(
                seat, kept, answer, form.text("kind"), form.text("olderThanDays"), form.text("reason"));
    }

    /** Of which something may be deleted, or nothing. */
    public List<KindView> kinds(boolean deletable) {
        return kept.kinds().stream().filter(one -> one.deletable() == deletable).toList();
    }

    /** The refusal of this kind's form, or empty. */
    public String error(KindView of) {
        return isSent(of) ? seat.error() : "";
    }

    /** The refusal of a form that no kind here has, or empty. */
    public String errorElsewhere() {
        return kinds(true).stream().anyMatch(this::isSent) ? "" : seat.error();
    }

    public Optional<DeletionAnswer> answer(KindView about) {
        return answer.filter(given -> isSent(about));
    }

    /** The youngest that may go, unless another age was typed. */
    public String days(KindView of) {
        return isSent(of) ? days : String.valueOf(of.youngestDays().orElse(1));
    }

    public String reason(KindView of) {
        return isSent(of) ? reason : "";
    }

    /** How many rows there are, with a word where they were not counted one by one. */
    public String rows(KindView of) {
        String number = texts().number(of.rows());
        return of.exact() ? number : texts().of("retention.about", number);
    }

    /** How many rows may go, and which. */
    public String mayGo(KindView of) {
        return of.mayGo()
                .map(count -> texts().of(
                                "retention.older",
                                count.rows(),
                                atLeast(count.rows(), count.exact()),
                                of.youngestDays().orElse(1)))
                .orElse("");
    }

    /** When it goes without anybody's doing. */
    public String automatically(KindView of) {
        return of.automaticallyAfterSeconds()
                .map(Duration::ofSeconds)
                .map(this::after)
                .map(after -> of.setting()
                        .map(setting -> after + " (" + setting + ")")
                        .orElse(after))
                .orElse("");
    }

    private String after(Duration age) {
        return age.toHours() % 24 == 0 && age.toDays() > 0
                ? texts().of("retention.after-days", age.toDays())
                : texts().of("retention.after-minutes", age.toMinutes());
    }

    /** What was counted, or deleted. */
    public String told(DeletionAnswer told) {
        if (told.dryRun()) {
            return said("retention.counted", told.matching(), told);
        }
        return told.deleted() == 0
                ? texts().of("retention.nothing", told.olderThanDays())
                : texts().of("retention.deleted", told.deleted()) + " "
                        + said("retention.remaining", told.remaining(), told);
    }

    /** Rows that one deletion takes at most. */
    public int most() {
        return DeleteSpent.BATCH;
    }

    private String said(String key, long rows, DeletionAnswer told) {
        return texts().of(key, rows, atLeast(rows, told.exact()), told.olderThanDays());
    }

    private String atLeast(long rows, boolean exact) {
        String number = texts().number(rows);
        return exact ? number : texts().of("retention.at-least", number);
    }

    private boolean isSent(KindView of) {
        return of.kind().equals(kind);
    }

    private Texts texts() {
        return seat.visitor().texts();
    }
}

package dev.tailback.app.operator.console;

import dev.tailback.app.operator.holds.HoldView;
import dev.tailback.web.input.Form;
import java.util.List;

/**
 * What operators hold, and the form to hold more.
 *
 * @param contractId as typed, or as another page of the console named it; so are the others
 */
public record HoldsScreen(
        Seat seat, List<HoldView> holds, String contractId, String code, String until, String reason) {

    static HoldsScreen of(Seat seat, List<HoldView> holds, Form form) {
        return new HoldsScreen(
                seat, holds, form.text("contractId"), form.text("code"), form.text("until"), form.text("reason"));
    }
}

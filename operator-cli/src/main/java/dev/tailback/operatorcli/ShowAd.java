package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ops ad}: an ad with its entries. */
@Command(
        name = "ad",
        description = "Ads with their entries, by AD-17, an id, or a part of the title.",
        mixinStandardHelpOptions = true)
final class ShowAd implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Parameters(
            converter = Typed.Line.class,
            paramLabel = "AD",
            description = "A reference such as AD-17, an id of the ad or of an entry, or a part of the title.")
    private String ad;

    @Override
    public Integer call() {
        return connection.run((app, out) -> {
            JsonNode answer = app.get(ServiceApp.path("/api/ads", "query", ad));
            if (answer.path("ads").isEmpty()) {
                throw Refusal.byTheServiceApp("there is no ad '" + ad + "'.");
            }
            connection.show(out, answer, ShowAd::print);
            return 0;
        });
    }

    private static void print(PrintWriter out, JsonNode answer) {
        answer.path("ads").forEach(ad -> {
            out.println(Text.of(ad.path("reference")) + " '" + Text.of(ad.path("title")) + "' for "
                    + Text.of(ad.path("customer")) + ", contract " + Text.of(ad.path("contractId")) + ": "
                    + Text.of(ad.path("state")) + (ad.path("cancelled").booleanValue() ? ", cancelled" : ""));
            Entries.print(out, ad.path("entries"));
        });
    }
}

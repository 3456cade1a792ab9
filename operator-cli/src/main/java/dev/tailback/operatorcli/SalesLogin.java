package dev.tailback.operatorcli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** As which user of sales a proof looks at the figures. The service app forgets it with the proof. */
final class SalesLogin {

    @Option(
            names = "--sales-user",
            converter = Typed.Credential.class,
            paramLabel = "NAME",
            defaultValue = "${env:TAILBACK_SALES_USER}",
            description = "A user of sales in the org, as whom consumed and available are looked at; forgotten"
                    + " afterwards. Without one, or a token, nobody looks.")
    private String user;

    @Option(
            names = "--sales-password",
            converter = Typed.Credential.class,
            paramLabel = "PASSWORD",
            defaultValue = "${env:TAILBACK_SALES_PASSWORD}",
            description = "That user's password, where the org allows a login by password.")
    private String password;

    @Option(
            names = "--sales-token",
            converter = Typed.Token.class,
            paramLabel = "TOKEN",
            defaultValue = "${env:TAILBACK_SALES_TOKEN}",
            description = "An access token of that user instead, such as 'sf org display' shows.")
    private String token;

    /** A token goes before a name. */
    void putInto(ObjectNode body) {
        if (isGiven(token)) {
            body.put("salesToken", token);
            return;
        }
        if (isGiven(user)) {
            body.put("salesUsername", user);
        }
        if (isGiven(password)) {
            body.put("salesPassword", password);
        }
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}

package dev.tailback.salesforce.session;

import dev.tailback.salesforce.SalesforceConfiguration;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** As whom a session is made. Passwords and tokens show in no text. */
public sealed interface Grant {

    /** As the run-as user of the app: the way of all programs. */
    static Grant ofTheApp() {
        return new OfTheApp();
    }

    /** As a person, where the org allows it to the app (username-password flow). */
    static Grant ofAUser(String username, String password) {
        return new OfAUser(username, password);
    }

    /** With a token that somebody has got already, which can be had no second time. */
    static Grant ofAToken(URI instance, String token) {
        return new OfAToken(new Credentials(instance, token));
    }

    /** What needs no login. */
    Optional<Credentials> given();

    /** The fields of the login form. */
    Map<String, String> form(SalesforceConfiguration configuration);

    /** What to look at when Salesforce refuses it. */
    String advice();

    /** Client credentials. */
    record OfTheApp() implements Grant {

        @Override
        public Optional<Credentials> given() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> form(SalesforceConfiguration configuration) {
            return Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    configuration.clientId(),
                    "client_secret",
                    configuration.clientSecret());
        }

        @Override
        public String advice() {
            return "Check SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET, and the app's"
                    + " run-as user.";
        }
    }

    /** Name and password of a person. */
    record OfAUser(String username, String password) implements Grant {

        @Override
        public Optional<Credentials> given() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> form(SalesforceConfiguration configuration) {
            return Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    configuration.clientId(),
                    "client_secret",
                    configuration.clientSecret(),
                    "username",
                    username,
                    "password",
                    password);
        }

        @Override
        public String advice() {
            return "Check the user's name and password. Many orgs allow no login by password to an app: then give a"
                    + " token of the user.";
        }

        @Override
        public String toString() {
            return "OfAUser[username=" + username + ", password=***]";
        }
    }

    /** A token at hand. */
    record OfAToken(Credentials credentials) implements Grant {

        @Override
        public Optional<Credentials> given() {
            return Optional.of(credentials);
        }

        @Override
        public Map<String, String> form(SalesforceConfiguration configuration) {
            return Map.of();
        }

        @Override
        public String advice() {
            return "Get a new token of the user.";
        }
    }
}

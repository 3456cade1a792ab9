package dev.tailback.app.administration;

import dev.tailback.app.accounts.PasswordHashing;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Thinks of passwords that people can read out and type: about 79 bits, without letters that look alike. */
@Singleton
class OneTimePasswords {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordHashing hashing;

    OneTimePasswords(PasswordHashing hashing) {
        this.hashing = hashing;
    }

    /** @throws Problem 429 {@code too_many_logins} when too many passwords are worked on */
    OneTimePassword next(String admin) {
        String shown = random();
        String kept = hashing.keep(shown, admin)
                .orElseThrow(() -> new Problem(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_logins",
                                "Too many people and programs log in at this moment. Try again in a few seconds.")
                        .header("Retry-After", "3"));
        return new OneTimePassword(shown, kept);
    }

    private static String random() {
        StringBuilder password = new StringBuilder();
        for (int index = 0; index < LENGTH; index++) {
            password.append(index > 0 && index % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

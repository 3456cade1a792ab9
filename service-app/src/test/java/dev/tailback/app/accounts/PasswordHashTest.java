package dev.tailback.app.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    /** "correct horse" as version 0.1 kept it. */
    private static final String OLD = "$pbkdf2-sha256$i=1000$AAECAwQFBgcICQoLDA0ODw==$";

    @Test
    void a_password_is_kept_with_argon2id_as_owasp_asks_and_with_a_salt_of_its_own() {
        PasswordHash one = PasswordHash.of("correct horse");
        assertTrue(one.kept().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one.kept());
        assertNotEquals(one.kept(), PasswordHash.of("correct horse").kept());
        PasswordHash read = PasswordHash.read(one.kept());
        assertTrue(read.matches("correct horse"));
        assertFalse(read.matches("correct horsf"));
        assertFalse(read.isOutdated());
    }

    /** The reference implementation's own example: argon2 somesalt -t 2 -m 16 -p 1 -id, with 65,536 KiB. */
    @Test
    void it_is_the_argon2id_that_others_know() {
        String known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        Argon2idHash read = new Argon2idHash(
                new Argon2idHash.Cost(65_536, 2),
                "somesalt".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.util.Base64.getDecoder().decode(known.substring(known.lastIndexOf('$') + 1)));
        assertTrue(read.matches("password"));
    }

    @Test
    void an_old_password_is_still_right_and_known_to_be_old() throws Exception {
        byte[] salt = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
        byte[] hash = javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new javax.crypto.spec.PBEKeySpec("correct horse".toCharArray(), salt, 1_000, 256))
                .getEncoded();
        PasswordHash old = PasswordHash.read(OLD + java.util.Base64.getEncoder().encodeToString(hash));
        assertTrue(old.matches("correct horse"));
        assertFalse(old.matches("wrong"));
        assertTrue(old.isOutdated());
        assertEquals(OLD + java.util.Base64.getEncoder().encodeToString(hash), old.kept());
    }

    @Test
    void a_text_that_nobody_of_ours_wrote_is_refused_before_it_costs_anything() {
        for (String foreign : List.of(
                "",
                "tailback",
                "$argon2id$v=19$m=999999,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43),
                "$argon2id$v=19$m=19456,t=99,p=1$" + "A".repeat(22) + "$" + "A".repeat(43),
                "$argon2i$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43),
                "$pbkdf2-sha256$i=9999999$AAECAwQFBgcICQoLDA0ODw==$" + "A".repeat(43) + "=")) {
            assertThrows(IllegalArgumentException.class, () -> PasswordHash.read(foreign), foreign);
        }
    }
}

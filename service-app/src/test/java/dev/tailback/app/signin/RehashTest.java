package dev.tailback.app.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.Line;
import io.micronaut.runtime.server.EmbeddedServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** A password that an earlier version kept is kept in today's way from its next use on. */
class RehashTest {

    private static final String ARGON =
            "select count(*) from account where username = 'old' and password like '$argon2id$%'";

    @Test
    void the_first_sign_in_replaces_an_old_hash_and_a_wrong_password_does_not() throws Exception {
        try (Line line = Line.withoutSalesforce()) {
            EmbeddedServer server = line.bean(EmbeddedServer.class);
            add(line, pbkdf2("seven green bottles"));
            assertEquals(401, status("wrong", server));
            assertEquals(0, line.number(ARGON));
            assertEquals(200, status("seven green bottles", server));
            assertEquals(1, line.number(ARGON));
            assertEquals(200, status("seven green bottles", server));
            assertEquals(401, status("wrong", server));
        }
    }

    private static int status(String password, EmbeddedServer server) {
        return Caller.withPassword("old", password, server).get("/api/ads").statusCode();
    }

    private static void add(Line line, String kept) throws SQLException {
        try (Connection connection = line.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into account (username, password, roles, demo, created_at)
                        values ('old', ?, 'service', false, now())
                        """)) {
            statement.setString(1, kept);
            statement.executeUpdate();
        }
    }

    private static String pbkdf2(String password) throws Exception {
        byte[] salt = new byte[16];
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 600_000, 256))
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        return "$pbkdf2-sha256$i=600000$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}

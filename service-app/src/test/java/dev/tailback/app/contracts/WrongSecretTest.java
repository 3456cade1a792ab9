package dev.tailback.app.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Caller;
import dev.tailback.app.testing.OrgUnderTest;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A Salesforce that answers and refuses is not one that is down. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongSecretTest implements TestPropertyProvider {

    private final OrgUnderTest org = OrgUnderTest.start();

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = AppUnderTest.properties(org.address());
        properties.put("salesforce.client-secret", "another secret");
        return properties;
    }

    @AfterAll
    void end() {
        org.close();
    }

    @Test
    void a_refused_login_is_told_as_refused_without_the_secret() {
        HttpResponse<String> answer = Caller.as("service", server).get("/api/contracts");
        assertEquals(502, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"salesforce_refused\""), answer.body());
        assertTrue(!answer.body().contains("another secret"));
    }
}

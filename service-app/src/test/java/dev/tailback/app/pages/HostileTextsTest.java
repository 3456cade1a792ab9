package dev.tailback.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.AppUnderTest;
import dev.tailback.app.testing.Browser;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.OrgUnderTest;
import dev.tailback.app.testing.Staff;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What staff, strangers or Salesforce wrote stands on pages as text, in elements, attributes and addresses. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextsTest implements TestPropertyProvider {

    private static final String MARKUP = "\"'><script>alert(1)</script>&lt;&#x3c;img src=x onerror=alert(1)>`${7*7}";

    private final OrgUnderTest org = OrgUnderTest.start();

    @Inject
    EmbeddedServer server;

    @Override
    public Map<String, String> getProperties() {
        return AppUnderTest.properties(org.address());
    }

    @AfterAll
    void end() {
        org.close();
    }

    @Test
    void a_title_is_text_wherever_it_stands() {
        Answer ad = new Staff("service", server)
                .create(Staff.ad(MARKUP.replace("\"", "\\\""), Ids.contract(), Ids.product(), 1));
        assertEquals(201, ad.status(), ad.body()::toString);
        assertText(browser().open("/ads/" + ad.id()));
        assertText(browser().open("/contracts/" + ad.body().path("contractId").asText()));
    }

    @Test
    void a_name_from_salesforce_is_text_wherever_it_stands() {
        org.nameCustomers(MARKUP);
        assertText(browser().open("/"));
        assertTrue(browser().open("/").body().contains("&lt;script&gt;alert(1)"), "the name is shown");
        String page = browser().open("/?number=" + OrgUnderTest.MAGIC_NUMBER).body();
        String contract = page.replaceFirst("(?s).*?href=\"(/contracts/\\w{18})\".*", "$1");
        assertText(browser().open(contract));
        org.goDown();
        assertText(browser().open("/"));
        assertText(browser().open(contract));
    }

    @Test
    void what_was_searched_for_comes_back_as_text() {
        String typed = URLEncoder.encode(MARKUP, StandardCharsets.UTF_8);
        assertText(browser().open("/?customer=" + typed));
        assertText(browser().open("/contracts?id=" + typed));
        assertText(Browser.at(server).open("/login?next=" + typed));
        assertText(browser().open("/nothing/" + typed.replace("+", "%20").replace("%2F", "x")));
    }

    private Browser browser() {
        return Browser.loggedInAs("service", server);
    }

    private static void assertText(HttpResponse<String> page) {
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), page.body());
        for (String raw : List.of("<script>alert", "<img src=x", "\"'>")) {
            assertFalse(page.body().contains(raw), page.body());
        }
    }
}

package dev.tailback.app.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubAddressTest {

    @Test
    void without_one_nothing_leads_there() {
        assertEquals(Optional.empty(), HubAddress.at("").arrival("/"));
    }

    @Test
    void the_page_is_a_parameter_and_never_a_part_of_the_address() {
        assertEquals(
                Optional.of(URI.create("https://hub.example/signed-in?to=%2Finbox%3Fa%3Db%26c%3Dd")),
                HubAddress.at("https://hub.example/").arrival("/inbox?a=b&c=d"));
        assertEquals(
                Optional.of(URI.create("https://hub.example/signed-in?to=%2F")),
                HubAddress.at("https://hub.example").arrival("@evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.example",
                "javascript:alert(1)",
                "ftp://hub.example",
                "https://me@hub.example",
                "https://hub.example/path",
                "https://hub.example//",
                "https://hub.example?a=b",
                "https://hub.example#a",
                "https://hub.example\\@evil",
                "https:// hub.example"
            })
    void what_is_more_or_less_than_an_origin_is_refused_at_the_start(String url) {
        assertThrows(IllegalArgumentException.class, () -> HubAddress.at(url));
    }
}

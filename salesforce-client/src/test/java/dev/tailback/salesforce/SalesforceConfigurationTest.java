package dev.tailback.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceConfigurationTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,id,secret,62.0,SALESFORCE_LOGIN_URL is missing",
                "' ',id,secret,62.0,SALESFORCE_LOGIN_URL is missing",
                "acme.my.salesforce.com,id,secret,62.0,SALESFORCE_LOGIN_URL is not a web address",
                "ftp://acme.my.salesforce.com,id,secret,62.0,SALESFORCE_LOGIN_URL is not a web address",
                "//acme.my.salesforce.com,id,secret,62.0,SALESFORCE_LOGIN_URL is not a web address",
                "https://me:word@acme.my.salesforce.com,id,secret,62.0,SALESFORCE_LOGIN_URL is not a web address",
                "https://a b,id,secret,62.0,SALESFORCE_LOGIN_URL is not a web address",
                "https://login.salesforce.com,id,secret,62.0,takes no client credentials",
                "http://acme.my.salesforce.com,id,secret,62.0,in the clear",
                "http://org.example.com,id,secret,62.0,in the clear",
                "http://8.8.8.8,id,secret,62.0,in the clear",
                "http://127.0.0.1.example.com,id,secret,62.0,in the clear",
                "https://acme.my.salesforce.com,-,secret,62.0,SALESFORCE_CLIENT_ID is missing",
                "https://acme.my.salesforce.com,id,-,62.0,SALESFORCE_CLIENT_SECRET is missing",
                "https://acme.my.salesforce.com,id,secret,latest,SALESFORCE_API_VERSION is 'latest'",
                "https://acme.my.salesforce.com,id,secret,45.0,SALESFORCE_API_VERSION is '45.0'",
            })
    void a_wrong_value_is_named_in_one_sentence(String url, String id, String secret, String version, String said) {
        var failure = assertThrows(
                IllegalArgumentException.class, () -> SalesforceConfiguration.of(url, id, secret, version));
        assertTrue(failure.getMessage().contains(said), failure.getMessage());
        assertTrue(failure.getMessage().contains("set it to"), failure.getMessage());
    }

    @Test
    void the_version_may_be_left_out_or_written_either_way() {
        assertEquals("v62.0", version(null));
        assertEquals("v62.0", version(" "));
        assertEquals("v66.0", version("66.0"));
        assertEquals("v66.0", version("v66.0"));
    }

    @Test
    void only_the_host_of_the_address_is_kept() {
        var configuration = SalesforceConfiguration.of("HTTPS://acme.my.salesforce.com/", "id", "secret", null);
        assertEquals(URI.create("https://acme.my.salesforce.com"), configuration.loginUrl());
    }

    private static String version(String text) {
        return SalesforceConfiguration.of("https://acme.my.salesforce.com", "id", "secret", text)
                .apiVersion();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://local-org:8090",
                "http://127.0.0.1:8090",
                "http://localhost:8090",
                "http://[::1]:8090",
                "http://192.168.1.7:8090",
                "http://10.0.0.7",
                "http://172.20.0.3:8090"
            })
    void plain_http_is_for_an_org_near_by(String url) {
        assertEquals(
                URI.create(url),
                SalesforceConfiguration.of(url, "id", "secret", null).loginUrl());
    }
}

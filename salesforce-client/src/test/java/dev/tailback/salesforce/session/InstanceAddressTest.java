package dev.tailback.salesforce.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com,https://acme.my.salesforce.com/,https://acme.my.salesforce.com",
        "https://acme.my.salesforce.com,https://na139.salesforce.com,https://na139.salesforce.com",
        "https://acme.my.salesforce.com,http://acme.my.salesforce.com,",
        "https://acme.my.salesforce.com,https://salesforce.com.evil.example,",
        "https://acme.my.salesforce.com,https://evilsalesforce.com,",
        "https://acme.my.salesforce.com,https://acme.my.salesforce.com@evil.example,",
        "https://org.example.com,https://acme.my.salesforce.com,",
        "https://org.example.com,https://org.example.com:8443,https://org.example.com:8443",
        "http://local-org:8090,http://local-org:8090,http://local-org:8090",
        "http://local-org:8090,http://127.0.0.1:8090,",
        "http://127.0.0.1:8090,http://localhost:8090,http://localhost:8090",
    })
    void a_token_goes_only_to_the_org_s_own_address(String login, String named, String instance) {
        assertEquals(Optional.ofNullable(instance).map(URI::create), InstanceAddress.of(named, URI.create(login)));
    }
}

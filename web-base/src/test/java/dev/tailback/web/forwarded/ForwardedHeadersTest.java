package dev.tailback.web.forwarded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedHeadersTest {

    @Test
    void only_a_named_proxy_is_believed() {
        ForwardedHeaders headers = behind("");
        Call call = from("127.0.0.1").with("X-Forwarded-For", "203.0.113.9").with("X-Forwarded-Proto", "https");
        assertEquals("127.0.0.1", headers.address(call).getHostAddress());
        assertFalse(headers.isHttps(call));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9              | 203.0.113.9",
                "1.2.3.4, 203.0.113.9     | 203.0.113.9",
                "203.0.113.9, 10.0.0.7    | 203.0.113.9",
                "203.0.113.9:51000        | 203.0.113.9",
                "[2001:db8::1]:51000      | 2001:db8:0:0:0:0:0:1",
                "2001:db8::1              | 2001:db8:0:0:0:0:0:1",
                "10.0.0.7                 | 10.0.0.7",
                "localhost                | 10.0.0.1",
                "203.0.113.9, unknown     | 10.0.0.1",
                "203.0.113.9, evil.example| 10.0.0.1",
                "''                       | 10.0.0.1",
            })
    void the_nearest_address_that_is_none_of_our_proxies_is_the_visitor(String forwarded, String visitor) {
        Call call = from("10.0.0.1").with("X-Forwarded-For", forwarded);
        assertEquals(visitor, behind("10.0.0.0/8").address(call).getHostAddress());
    }

    @Test
    void several_header_lines_are_one_list() {
        Call call = from("10.0.0.1").with("X-Forwarded-For", "1.1.1.1").with("X-Forwarded-For", "203.0.113.9");
        assertEquals("203.0.113.9", behind("10.0.0.1").address(call).getHostAddress());
    }

    @Test
    void a_trusted_proxy_tells_host_and_scheme() {
        ForwardedHeaders headers = behind("10.0.0.1");
        Call call = from("10.0.0.1")
                .with("Host", "app:8080")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "Ads.Example.com");
        assertTrue(headers.isHttps(call));
        assertEquals("ads.example.com", headers.host(call));
        assertEquals("app:8080", behind("10.0.0.2").host(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "proxy.example.com", "10.0.0.1,,10.0.0.2", "10.0.0.1/8/8", "10"})
    void what_is_no_address_is_refused_with_a_sentence(String wrong) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(wrong))
                .getMessage();
        assertTrue(sentence.startsWith("TAILBACK_TRUSTED_PROXIES holds"), sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "fd00::/8, fd12::1, true",
        "fd00::/8, fe80::1, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, fd00::1, false",
        "127.0.0.1, 127.0.0.1, true",
    })
    void a_range_holds_its_addresses_and_no_others(String network, String address, boolean holds) throws Exception {
        assertEquals(holds, TrustedProxies.of(network).trusts(InetAddress.getByName(address)));
    }

    private static ForwardedHeaders behind(String proxies) {
        return new ForwardedHeaders(TrustedProxies.of(proxies));
    }

    private static Call from(String address) {
        return new Call(address);
    }

    private static final class Call extends SimpleHttpRequest<Object> {

        private final String address;

        Call(String address) {
            super(HttpMethod.GET, "/", null);
            this.address = address;
        }

        Call with(String name, String value) {
            MutableHttpRequest<Object> same = header(name, value);
            assertEquals(this, same);
            return this;
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return new InetSocketAddress(Network.literal(address).orElseThrow(), 1);
        }
    }
}

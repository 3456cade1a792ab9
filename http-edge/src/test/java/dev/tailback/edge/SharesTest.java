package dev.tailback.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** One source gets its share and no more; what is given back can be taken again. */
class SharesTest {
    private static final Source ONE = new Source("one");
    private static final Source OTHER = new Source("other");

    private final Shares shares = new Shares(10, 6);

    @Test
    void one_source_gets_its_share_and_leaves_the_rest_to_others() {
        assertTrue(shares.take(ONE, 6, false));
        assertFalse(shares.take(ONE, 1, false));
        assertTrue(shares.take(OTHER, 4, false));
        assertFalse(shares.take(OTHER, 1, false));
    }

    @Test
    void an_exempt_source_is_held_to_the_total() {
        assertTrue(shares.take(ONE, 10, true));
        assertFalse(shares.take(ONE, 1, true));
    }

    @Test
    void what_is_refused_takes_nothing() {
        assertFalse(shares.take(ONE, 7, false));
        assertEquals(0, shares.total());
        assertEquals(0, shares.sources());
    }

    @Test
    void what_is_given_back_can_be_taken_again_and_its_source_is_forgotten() {
        shares.take(ONE, 6, false);
        shares.giveBack(ONE, 2);
        assertTrue(shares.take(ONE, 2, false));
        shares.giveBack(ONE, 6);
        assertEquals(0, shares.total());
        assertEquals(0, shares.sources());
    }

    @Test
    void addresses_of_one_ipv6_network_are_one_source() throws UnknownHostException {
        assertEquals(source("2001:db8:1:2::1"), source("2001:db8:1:2:ffff::9"));
        assertNotEquals(source("2001:db8:1:2::1"), source("2001:db8:1:3::1"));
        assertNotEquals(source("192.0.2.1"), source("192.0.2.2"));
        assertEquals(source("192.0.2.1"), source("::ffff:192.0.2.1"));
    }

    private static Source source(String address) throws UnknownHostException {
        return Source.of(InetAddress.getByName(address));
    }
}

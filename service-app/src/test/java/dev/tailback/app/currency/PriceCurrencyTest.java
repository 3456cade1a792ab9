package dev.tailback.app.currency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tailback.app.testing.Line;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In which currency staff see prices, whatever the org tells about its currencies. */
class PriceCurrencyTest {

    private static final String CONTRACT = "800000000000001AAA";
    private static final String ORGANIZATION = "/connect/organization";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer org;
    private String features = "{}";

    @BeforeEach
    void start() throws IOException {
        org = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        org.createContext(
                "/services/oauth2/token",
                exchange -> answer(exchange, "{\"access_token\":\"t\",\"instance_url\":\"" + address() + "\"}"));
        org.createContext("/services/data", this::data);
        org.start();
    }

    @AfterEach
    void end() {
        org.stop(0);
    }

    @Test
    void where_an_org_keeps_many_currencies_each_price_has_its_own() {
        features = "{\"multiCurrency\":true,\"defaultCurrencyIsoCode\":\"EUR\"}";
        try (Line line = Line.to(address())) {
            assertTrue(page(line).contains(">950.10\u00a0USD</data>"), () -> page(line));
            long before = asked.size();
            page(line);
            assertEquals(before + 1, asked.size(), asked::toString);
            assertTrue(asked.get(asked.size() - 1).contains("CurrencyIsoCode"), asked::toString);
        }
    }

    @Test
    void an_org_is_asked_once_an_hour_how_it_keeps_currencies() {
        features = "{\"multiCurrency\":false,\"defaultCurrencyIsoCode\":\"JPY\"}";
        try (Line line = Line.to(address())) {
            assertTrue(page(line).contains("\u00a0JPY</data>"));
            page(line);
            line.pass(Duration.ofMinutes(59));
            page(line);
            assertEquals(1, organizationsAsked());
            features = "{\"multiCurrency\":false,\"defaultCurrencyIsoCode\":\"CHF\"}";
            line.pass(Duration.ofMinutes(2));
            assertTrue(page(line).contains("\u00a0CHF</data>"));
            assertEquals(2, organizationsAsked());
            assertFalse(asked.stream().anyMatch(one -> one.contains("CurrencyIsoCode")), asked::toString);
        }
    }

    @Test
    void where_an_org_does_not_say_it_the_setting_stands_in() {
        try (Line line = Line.to(address(), Map.of("finance.currency", "GBP"))) {
            assertTrue(page(line).contains(">950.10\u00a0GBP</data>"), () -> page(line));
        }
    }

    @Test
    void where_nobody_says_it_the_price_stands_alone_and_not_every_page_asks() {
        try (Line line = Line.to(address())) {
            assertTrue(page(line).contains(">950.10</data>"), () -> page(line));
            page(line);
            assertEquals(1, organizationsAsked());
            assertTrue(line.staff()
                    .get("/api/contracts/" + CONTRACT)
                    .body()
                    .path("products")
                    .path(0)
                    .path("currency")
                    .isNull());
        }
    }

    private long organizationsAsked() {
        return asked.stream().filter(one -> one.endsWith(ORGANIZATION)).count();
    }

    private static String page(Line line) {
        try {
            return line.staff().text("/contracts/" + CONTRACT);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + org.getAddress().getPort();
    }

    private void data(HttpExchange exchange) throws IOException {
        String target = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        asked.add(target);
        answer(exchange, target.endsWith(ORGANIZATION) ? "{\"features\":" + features + "}" : contract(target));
    }

    private static String contract(String soql) {
        String currency = soql.contains("CurrencyIsoCode") ? ",\"CurrencyIsoCode\":\"USD\"" : "";
        return "{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"" + CONTRACT
                + "\",\"ContractNumber\":\"00000100\",\"Account\":{\"Name\":\"Magic Ads Inc\"},"
                + "\"Fulfillment_Status__c\":\"Open\",\"Contract_Products__r\":{\"totalSize\":1,\"done\":true,"
                + "\"records\":[{\"Id\":\"a01000000000001AAA\",\"Product_Type__c\":\"Gigantic\",\"Units_Sold__c\":5.0,"
                + "\"Unit_Price__c\":950.10,\"Consumed__c\":0.0,\"Available__c\":5.0" + currency + "}]}}]}";
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

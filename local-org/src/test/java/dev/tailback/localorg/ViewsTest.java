package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sales and finance see: the layouts, list views and reports of Tailback's own schema, executed. */
class ViewsTest {
    private static final Path PROJECT = Path.of("../salesforce-schema");
    private static final int MANY = 1_000;
    private static final String LONG_TITLE = "Incomprehensibly".repeat(12);

    private static LocalOrg org;
    private static Client browser;
    private static String contract;
    private static String small;

    /** A thousand ads of one unit each, on a line that sold three. */
    @BeforeAll
    static void a_thousand_ads() {
        org = LocalOrg.start(LocalOrgOptions.of(PROJECT.resolve("force-app"))
                .withViews(List.of(PROJECT.resolve("force-app-reporting")))
                .withSeed(PROJECT.resolve("data")));
        browser = Client.nobody(org);
        Client integration = Client.as("integration", org);
        List<String> ids = integration.first("SELECT Id, Contract__c FROM Contract_Product__c"
                + " WHERE Contract__r.Account.Name = 'Magic Ads Inc' AND Product_Type__c = 'Small'");
        small = ids.get(0);
        contract = ids.get(1);
        for (int first = 1; first <= MANY; first += 200) {
            String[] records = IntStream.range(first, first + 200)
                    .mapToObj(ViewsTest::usage)
                    .toArray(String[]::new);
            integration.patch(
                    API + "/composite/sobjects/Product_Usage__c/External_Id__c",
                    Client.collection("Product_Usage__c", records));
        }
    }

    private static String usage(int number) {
        return "{'External_Id__c':'" + UUID.randomUUID() + "','Contract_Product__c':'" + small
                + "','Units__c':1,'Version__c':1,'Ad_Reference__c':'AD-" + number + "','Cancelled__c':"
                + (number % 500 == 0)
                + ",'Ad_Title__c':'" + (number == 7 ? LONG_TITLE : "Title " + number)
                + "','Ad_Link__c':'https://ads.example/ads/AD-" + number + "'}";
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    private static String page(String address) {
        return browser.get(address).raw().body();
    }

    private static int rows(String page) {
        return (int) Pattern.compile("<tr><td").matcher(page).results().count();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void a_contract_says_first_what_is_consumed_and_shows_a_few_of_a_thousand_ads() {
        String page = page("/records/" + contract);
        assertTrue(page.indexOf("<dt>Units Consumed") < page.indexOf("<dt>Created By"), page);
        assertTrue(page.indexOf("<dt>Units Consumed") > 0, page);
        String head = page.substring(page.indexOf("<h2>Contract Products"));
        List<String> columns = Pattern.compile("<th scope=\"col\"[^>]*>([^<]+)")
                .matcher(head)
                .results()
                .limit(4)
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("Product", "Consumed", "Available", "Over-use"), columns);
        assertTrue(page.length() < 40_000, () -> "the page has " + page.length() + " characters");
        assertTrue(page.contains("All 1,000 Product Usage"), page);
    }

    @Test
    void over_use_is_marked_in_words_and_a_share_is_a_percent() {
        String page = page("/records/" + small);
        assertTrue(text(page).contains("Over-use 995 more than sold"), page);
        assertTrue(page.contains("<strong class=\"negative\">-995</strong>"), page);
        assertTrue(page.contains("33,267%"), page);
    }

    @Test
    void a_thousand_rows_come_page_by_page() {
        String first = page("/objects/Product_Usage__c");
        assertEquals(50, rows(first));
        assertTrue(first.contains("1 to 50 of 1,000") && first.contains("Next page"), first);
        assertFalse(first.contains("Previous page"), first);
        String last = page("/objects/Product_Usage__c?page=20");
        assertTrue(last.contains("951 to 1,000 of 1,000") && !last.contains("Next page"), last);
        for (String odd : List.of("21", "0", "-1", "x", "99999999999", "1'")) {
            assertEquals(
                    200, browser.get("/objects/Product_Usage__c?page=" + odd).status(), odd);
        }
    }

    @Test
    void rows_are_found_by_what_they_say() {
        String found = page("/objects/Product_Usage__c?find=ad-999");
        assertEquals(1, rows(found));
        assertTrue(found.contains("Title 999") && found.contains("https://ads.example/ads/AD-999"), found);
        assertTrue(page("/objects/Product_Usage__c?find=no-such-thing").contains("No Product Usage here."));
        String script = page("/objects/Product_Usage__c?find=%3Cscript%3E");
        assertFalse(script.contains("<script>"), script);
    }

    @Test
    void a_list_view_shows_its_columns_and_its_rows_only() {
        String cancelled = page("/objects/Product_Usage__c?view=Cancelled_Usage");
        assertEquals(MANY / 500, rows(cancelled));
        assertTrue(cancelled.contains("aria-current=\"page\">Cancelled usage"), cancelled);
        String over = page("/objects/Contract_Product__c?view=Over_Consumed");
        assertEquals(1, rows(over));
        assertTrue(over.contains("995 more than sold"), over);
        assertEquals(0, rows(page("/?view=Fulfilled_Contracts")));
        assertEquals(200, browser.get("/objects/Contract?view=None").status());
    }

    @Test
    void the_ads_of_one_line_are_listed_alone() {
        String all = page("/objects/Product_Usage__c?by=Contract_Product__c&of=" + small);
        assertTrue(all.contains("1 to 50 of 1,000"), all);
        assertTrue(
                page("/objects/Product_Usage__c?by=Contract_Product__c&of=none").contains("No Product Usage here."));
    }

    @Test
    void a_report_groups_and_sums_all_rows_of_all_pages() {
        Client.as("finance", org)
                .patch(
                        API + "/sobjects/Contract/" + contract,
                        "{'Fulfillment_Status__c':'Fulfilled','Fulfilled_On__c':'2026-03-31T12:00:00.000Z'}");
        try {
            String list = page("/reports");
            assertTrue(list.contains("/reports/Tailback/Locked_Usage_by_Month"), list);
            String report = page("/reports/Tailback/Locked_Usage_by_Month");
            assertTrue(text(report).contains("2026-03 › 00000100 998 rows"), text(report));
            String sums = report.substring(report.indexOf("<tfoot>"));
            assertTrue(text(sums).contains("Sum of all 998"), text(sums));
            assertTrue(report.contains("1 to 50 of 998"), report);
        } finally {
            Client.as("admin", org)
                    .patch(
                            API + "/sobjects/Contract/" + contract,
                            "{'Fulfillment_Status__c':'Open','Fulfilled_On__c':null}");
        }
        assertTrue(page("/reports/Tailback/Locked_Usage_by_Month").contains("No row meets this report."));
        assertTrue(text(page("/reports/Tailback/Consumption_by_Contract")).contains("Magic Ads Inc"));
        assertEquals(404, browser.get("/reports/Tailback/None").status());
    }

    @Test
    void every_link_of_the_bar_and_of_every_object_leads_to_a_page() {
        String links = Pattern.compile("href=\"(/objects/[^\"]+|/reports[^\"]*)\"")
                .matcher(page("/objects") + page("/reports"))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(address -> browser.get(address).status() != 200)
                .collect(Collectors.joining(", "));
        assertEquals("", links);
    }
}

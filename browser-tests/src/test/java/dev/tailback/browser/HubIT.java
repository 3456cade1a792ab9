package dev.tailback.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.RequestOptions;
import dev.tailback.browser.stage.BrowserTest;
import dev.tailback.browser.stage.Device;
import dev.tailback.browser.stage.HubStage;
import dev.tailback.browser.stage.Person;
import dev.tailback.browser.stage.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hub as its people use it. Each test has customers of its own, of the forty that three CRMs hold. */
@BrowserTest
class HubIT {
    private static final String PAIRS = "form[action^='/inbox/pairs/']";
    private static final String MERGES = "form[action^='/inbox/merges/']";
    private static final String YES = "button[name=same][value=true]";
    private static final String NO = "button[name=same][value=false]";
    private static final String NOTE = "input[name=note]";
    private static final List<String> PAGES =
            List.of("/", "/records?search=Tegel", "/inbox", "/rules", "/quality", "/crms/marketing", "/audit");

    private static String card(String name) {
        return "section.card:has(" + PAIRS + "):has-text('" + name + "') ";
    }

    private static String merged(String name) {
        return "section.card:has(" + MERGES + "):has-text('" + name + "') ";
    }

    /** The form that goes there and names this attribute. */
    private static String form(String path, String attribute) {
        return "form[action$='/" + path + "']:has(input[name=attribute][value=" + attribute + "]) ";
    }

    private static String opened(String attribute) {
        return "details:has(" + form("lock", attribute) + ") ";
    }

    @Test
    void a_person_who_has_not_logged_in_comes_back_to_the_page_they_wanted_and_logs_out(HubStage stage) {
        Person vi = stage.stranger(Device.DESK).opens("/records?search=Quantum").isAt("/login.*");
        vi.signsIn("viewer", Stage.PASSWORD).isAt("/records\\?search=Quantum");
        vi.sees("main a[href^='/records/']:has-text('Quantum')").findsItAccessible();
        vi.presses("a[href='/log-out']").isAt("/logout").findsItAccessible().presses("main form button");
        vi.isAt("/login").opens("/inbox").isAt("/login.*");
    }

    @Test
    void whatever_else_is_asked_for_after_a_login_leads_to_the_start_page_of_the_hub(HubStage stage) {
        Person vi = stage.person("viewer", Device.DESK);
        for (String foreign : List.of(
                "//evil.example",
                "http://evil.example",
                "http://hub.evil.example",
                "http://hub@evil.example",
                "@evil.example",
                "/\\evil.example",
                "http://127.0.0.1:1/",
                "javascript:alert(1)")) {
            vi.opens(stage.serviceApp().resolve("/hub?to=" + encoded(foreign)).toString());
            vi.isAt(":" + stage.hub().getPort() + "/$").sees("h1");
        }
        assertEquals(400, vi.opensFor(stage.serviceApp() + "/hub?to=/%0d%0aLocation:%20//evil.example"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_viewer_is_offered_no_act_and_is_refused_with_a_sentence_not_led_in_a_circle(HubStage stage) {
        Person vi = stage.person("viewer", Device.DESK);
        String record = "/records/" + stage.desk().finds("company", "Quantum");
        for (String page : List.of("/", record, "/inbox", "/rules", "/quality", "/crms/marketing")) {
            vi.opens(page).sees("h1").seesNo("main form[method=post] button");
        }
        assertEquals(403, vi.opensFor("/audit"));
        vi.sees("main", "Your account viewer may not do this").findsItAccessible();
        String ours = stage.hub().toString();
        for (String act : List.of("/crms/marketing/pause", record + "/lock", "/rules", "/refused/retry")) {
            assertEquals(403, posts(vi, ours, act, ours), act);
        }
        Person fay = stage.person("finance", Device.GERMAN_PHONE);
        assertEquals(403, fay.opensFor("/"));
        fay.sees("main", "keine der Rollen des Hubs").findsItAccessible();
    }

    @Test
    void a_form_of_another_site_is_refused(HubStage stage) {
        Person oz = stage.person("operator", Device.DESK);
        String ours = stage.hub().toString();
        for (String origin : List.of(stage.serviceApp().toString(), "http://evil.example", "null")) {
            assertEquals(403, posts(oz, ours, "/crms/shop/pause", origin), origin);
        }
        oz.opens("/").seesNo("form[action='/crms/shop/resume']");
    }

    private static int posts(Person person, String hub, String path, String origin) {
        RequestOptions form = RequestOptions.create()
                .setHeader("Origin", origin)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setData("note=by+hand");
        return person.page().request().post(hub + path, form).status();
    }

    @Test
    void a_steward_takes_two_sisters_for_one_takes_it_back_and_says_that_a_pair_is_none(HubStage stage) {
        Person sid = stage.person("operator", Device.DESK).opens("/").presses("nav a[href='/inbox']");
        String sisters = card("Nordlicht Verlag");
        sid.sees(sisters, "Nordlicht Medien").pictures("hub-inbox").findsItAccessible();
        sid.types(sisters + NOTE, "They have one number").presses(sisters + YES);
        String one = merged("Nordlicht");
        sid.seesNo(sisters)
                .sees(one, "They have one number")
                .pictures("hub-merged")
                .findsItAccessible();
        sid.types(one + NOTE, "They are sisters").presses(one + "button").seesNo(one);
        String other = card("Weingut Sonnenhang");
        sid.types(other + NOTE, "Only the number is one").presses(other + NO).seesNo(other);
        stage.awaits("all is quiet", () -> stage.desk().isQuiet());
        sid.presses("nav a[href='/audit']").sees("main table", "They are sisters");
        sid.sees("main table", "They have one number").sees("main table", "Only the number is one");
        sid.pictures("hub-audit").findsItAccessible();
    }

    @Test
    void a_steward_answers_by_keyboard_alone(HubStage stage) {
        Person kim = stage.person("operator", Device.DESK).opens("/");
        kim.tabsTo("nav a[href='/inbox']").strikes("Enter").isAt("/inbox");
        String pair = card("Klaviere");
        kim.sees(pair);
        String form = kim.all(pair + PAIRS).first().getAttribute("action");
        kim.tabsTo("form[action='" + form + "'] " + NOTE).writes("The same workshop");
        kim.tabsTo("form[action='" + form + "'] " + YES).strikes("Enter").seesNo(pair);
        kim.sees(merged("Orgelbau"), "The same workshop");
    }

    @Test
    void a_locked_value_holds_although_a_crm_changes_it_until_the_lock_is_lifted(HubStage stage) {
        String golden = stage.desk().finds("company", "Kessler");
        String inMarketing = stage.desk().recordIn("marketing", golden);
        Person sid = stage.person("operator", Device.DESK).opens("/records?search=Kessler");
        sid.presses("main a[href='/records/" + golden + "']")
                .pictures("hub-record")
                .findsItAccessible();
        sid.presses(opened("city") + "summary").types(form("lock", "city") + "input[name=value]", "Bonn");
        sid.types(form("lock", "city") + NOTE, "They moved").presses(form("lock", "city") + "button");
        sid.sees(".state.locked");
        stage.awaits("HubSpot holds it", () -> holds(stage, inMarketing, "Bonn"));
        stage.marketing().edits(inMarketing, "city", "Siegburg");
        stage.awaits(
                "the lock has won",
                () -> holds(stage, inMarketing, "Bonn") && stage.desk().isQuiet());
        sid.opens("/records/" + golden)
                .sees("h2:has(.state.locked)", "Bonn")
                .pictures("hub-locked")
                .findsItAccessible();
        sid.presses(opened("city") + "summary").types(form("lock", "city") + NOTE, "Sales knows it");
        sid.presses(form("lock", "city") + "button[formaction$='/unlock']").seesNo(".state.locked");
        stage.marketing().edits(inMarketing, "city", "Brühl");
        stage.awaits(
                "what people say counts again",
                () -> stage.desk().agreed(golden, "city").equals("Brühl"));
        sid.opens("/audit").sees("main table", "They moved").sees("main table", "Sales knows it");
    }

    private static boolean holds(HubStage stage, String company, String city) {
        return stage.marketing().holds(company, "city").equals(city);
    }

    @Test
    void an_admin_sees_what_a_rule_would_change_switches_it_on_and_puts_the_old_one_back(HubStage stage) {
        Person ada = stage.person("admin", Device.DESK).opens("/").presses("nav a[href='/rules']");
        ada.pictures("hub-rules").findsItAccessible();
        ada.types("textarea[name=yaml]", "no rules").types(NOTE, "A trial").presses("button[formaction$=preview]");
        ada.sees(".notice.bad").has("textarea[name=yaml]", "no rules").pictures("hub-rules-refused");
        ada.types("textarea[name=yaml]", """
                form: 1
                name: The shop knows its customers' names
                sources: [shop, sales, marketing]
                entities:
                  company:
                    attributes:
                      name: source priority
                """).presses("button[formaction$=preview]");
        ada.sees("main a[href^='/records/']").pictures("hub-preview").findsItAccessible();
        ada.presses("form[action='/rules'] button:not([formaction])").seesNo(".notice.bad");
        ada.sees("tr:has(.tag.open)", "A trial").pictures("hub-rules-on");
        ada.types("form[action='/rules/put-back'] " + NOTE, "It was a trial");
        ada.presses("form[action='/rules/put-back'] button").seesNo(".notice.bad");
        ada.sees("tr:has(.tag.open)", "It was a trial").findsItAccessible();
        stage.awaits("all is quiet", () -> stage.desk().isQuiet());
        ada.opens("/audit").sees("main table", "It was a trial");
    }

    @Test
    void an_admin_erases_a_person_and_sees_which_records_the_crms_still_hold(HubStage stage) {
        String golden = stage.desk().finds("person", "nadine.fuchs@quantum-messtechnik-muster.de");
        Person ada = stage.person("admin", Device.DESK).opens("/records/" + golden);
        String erase = "form[action$='/erase'] ";
        ada.types(erase + NOTE, "Asked for by letter").presses(erase + "button").sees(".notice.bad");
        ada.has(erase + NOTE, "Asked for by letter").findsItAccessible();
        ada.chooses(erase + "input[name=sure]")
                .presses(erase + "button")
                .sees(".erased")
                .seesNo(erase);
        for (String crm : List.of("sales", "marketing", "shop")) {
            ada.sees(".erased", stage.desk().recordIn(crm, golden));
        }
        assertEquals(0, ada.all("main:has-text('nadine.fuchs')").count());
        ada.pictures("hub-erased").findsItAccessible();
        ada.opens("/records?search=nadine.fuchs@quantum-messtechnik-muster.de").seesNo("main section.card");
        ada.opens("/audit").sees("main table", "Asked for by letter");
    }

    @Test
    void an_operator_pauses_a_crm_and_what_people_change_meanwhile_arrives_after_it(HubStage stage) {
        String golden = stage.desk().finds("company", "Tegel");
        String inMarketing = stage.desk().recordIn("marketing", golden);
        Person oz = stage.person("operator", Device.DESK).opens("/");
        oz.pictures("hub-start").findsItAccessible();
        String pause = "form[action='/crms/marketing/pause'] ";
        String resume = "form[action='/crms/marketing/resume'] ";
        oz.types(pause + NOTE, "HubSpot is being cleaned")
                .presses(pause + "button")
                .sees(resume);
        oz.sees("main", "HubSpot is being cleaned").pictures("hub-paused").findsItAccessible();
        stage.marketing().edits(inMarketing, "city", "Potsdam");
        oz.types(resume + NOTE, "It is clean").presses(resume + "button").sees(pause);
        stage.awaits("it has arrived", () -> stage.desk().agreed(golden, "city").equals("Potsdam"));
        oz.opens("/audit").sees("main table", "HubSpot is being cleaned").sees("main table", "It is clean");
    }

    @Test
    void what_a_crm_refused_is_tried_again_when_its_cause_is_mended(HubStage stage) {
        String golden = stage.desk().finds("company", "Rheinkiesel");
        String inMarketing = stage.desk().recordIn("marketing", golden);
        stage.marketing().takesNoCityLongerThan(20);
        Person oz = stage.person("operator", Device.DESK).opens("/records/" + golden);
        oz.presses(opened("city") + "summary")
                .types(form("lock", "city") + "input[name=value]", "Bergisch Gladbach-Refrath");
        oz.types(form("lock", "city") + NOTE, "By letter").presses(form("lock", "city") + "button");
        stage.awaits("HubSpot has refused it", () -> stage.desk().refused() > 0);
        String retry = "form[action='/refused/retry'] ";
        oz.opens("/").sees(retry).pictures("hub-refused").findsItAccessible();
        stage.marketing().takesEverything();
        oz.types(retry + NOTE, "The limit is gone").presses(retry + "button");
        stage.awaits("HubSpot holds it", () -> holds(stage, inMarketing, "Bergisch Gladbach-Refrath"));
        oz.opens("/").seesNo(retry).opens("/audit").sees("main table", "The limit is gone");
    }

    @Test
    void every_page_fits_a_phone_in_german(HubStage stage) {
        Person ada = stage.person("admin", Device.GERMAN_PHONE);
        for (String page : PAGES) {
            ada.opens(page).sees("html[lang=de] h1").pictures("hub-phone" + page.replaceAll("\\W+", "-"));
            ada.findsItAccessible();
        }
        ada.opens("/records/" + stage.desk().finds("company", "Tegel")).pictures("hub-phone-record");
        ada.findsItAccessible();
    }
}

package dev.tailback.verification.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of a page, and its links. */
public final class Forms {
    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*?action=\"([^\"]*)\".*?</form>");
    private static final Pattern POST = Pattern.compile("(?i)<form[^>]*method=\"post\"");
    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea|select)[^>]*\\sname=\"([^\"]*)\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|hx-post)=\"(/[^\"#]*)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\"\\s+value=\"([^\"]*)\"");

    /** A name and what stands in it at first. */
    public record Field(String name, String value) {}

    public record Form(boolean posts, String action, List<Field> fields) {}

    private Forms() {}

    public static List<Form> on(String page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            forms.add(new Form(POST.matcher(form.group()).find(), plain(form.group(1)), fields(form.group())));
        }
        return forms;
    }

    private static List<Field> fields(String form) {
        List<Field> fields = new ArrayList<>();
        Matcher input = INPUT.matcher(form);
        while (input.find()) {
            Matcher value = VALUE.matcher(input.group());
            fields.add(new Field(plain(input.group(1)), value.find() ? plain(value.group(1)) : ""));
        }
        return fields;
    }

    /** Addresses of this server that the page leads to. */
    public static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            links.add(plain(link.group(1)));
        }
        return links;
    }

    /** The token of its forms; empty where it has none. */
    public static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? plain(token.group(1)) : "";
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Text as people read it, without the escapes of HTML. */
    public static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}

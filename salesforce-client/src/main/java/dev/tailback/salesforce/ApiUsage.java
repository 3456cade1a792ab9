package dev.tailback.salesforce;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many API calls the whole org used in the last 24 hours, and how many it has. Salesforce says so in the header
 * {@code Sforce-Limit-Info} of every answer; the figures lag a little behind.
 */
public record ApiUsage(long used, long limit) {

    private static final String NAME = "Sforce-Limit-Info";
    private static final Pattern HEADER = Pattern.compile("(?:^|[,;\\s])api-usage=(\\d{1,18})/(\\d{1,18})");

    /** What an answer says of it; empty where it says nothing. */
    public static Optional<ApiUsage> told(HttpHeaders answer) {
        return answer.firstValue(NAME).flatMap(ApiUsage::parse);
    }

    /** Reads {@code api-usage=10018/100000}, with or without figures per app beside it; empty when it says neither. */
    public static Optional<ApiUsage> parse(String header) {
        Matcher usage = HEADER.matcher(header);
        return usage.find()
                ? Optional.of(new ApiUsage(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))))
                : Optional.empty();
    }
}

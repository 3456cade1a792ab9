package dev.tailback.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiUsageTest {

    @Test
    void the_org_s_own_figures_are_taken_wherever_they_stand() {
        Optional<ApiUsage> expected = Optional.of(new ApiUsage(10018, 100000));
        assertEquals(expected, ApiUsage.parse("api-usage=10018/100000"));
        assertEquals(expected, ApiUsage.parse("api-usage=10018/100000; per-app-api-usage=17/250(appName=sample-app)"));
        assertEquals(expected, ApiUsage.parse("per-app-api-usage=17/250(appName=sample-app),api-usage=10018/100000"));
    }

    @Test
    void figures_of_one_app_are_not_the_org_s() {
        assertEquals(Optional.empty(), ApiUsage.parse("per-app-api-usage=17/250(appName=sample-app)"));
        assertEquals(Optional.empty(), ApiUsage.parse("nonsense"));
    }
}

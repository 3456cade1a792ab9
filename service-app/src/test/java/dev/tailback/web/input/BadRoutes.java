package dev.tailback.web.input;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Routes that read what comes from outside in ways of their own, for the guard to find. */
@Hidden
@Controller("/bad-routes")
@Requires(property = "tailback.test.bad-routes")
class BadRoutes {

    @Serdeable
    record Order(String name) {}

    @Get("/text")
    String text(@QueryValue @Size(max = 10) String unchecked) {
        return unchecked;
    }

    @Get("/path/{unchecked}")
    String path(String unchecked) {
        return unchecked;
    }

    @Get("/number")
    String number(@QueryValue @Max(10) int unbounded) {
        return "" + unbounded;
    }

    @Get("/header")
    String header(@Header("X-Any") @Nullable String unchecked) {
        return unchecked;
    }

    @Get("/cookie")
    String cookie(@CookieValue("any") @Nullable String unchecked) {
        return unchecked;
    }

    @Post("/mapped")
    String mapped(@Body Order order) {
        return order.name();
    }

    @Post("/loose")
    String loose(@Body Map<String, Object> body) {
        return "" + body;
    }

    @Post("/raw")
    String raw(@Body byte[] body) {
        return "" + body.length;
    }
}

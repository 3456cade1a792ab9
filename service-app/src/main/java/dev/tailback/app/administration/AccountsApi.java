package dev.tailback.app.administration;

import dev.tailback.app.administration.AccountInput.Because;
import dev.tailback.app.administration.AccountInput.NewAccount;
import dev.tailback.app.administration.AccountInput.NewRoles;
import dev.tailback.app.administration.ChangeAccount.By;
import dev.tailback.web.input.JsonBody;
import dev.tailback.web.input.OneLine;
import dev.tailback.web.input.Paging;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;

/** Accounts over HTTP, for admins; everybody reads their own. */
@Tag(name = "accounts")
@Controller("/api/accounts")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountsApi {

    private final AccountReading reading;
    private final AccountOrders orders;

    AccountsApi(AccountReading reading, AccountOrders orders) {
        this.reading = reading;
        this.orders = orders;
    }

    /**
     * One page of accounts by name, disabled ones too.
     *
     * @param query a part of the name
     * @param page from 0 to 2000, 50 accounts each
     * @return the page; an empty one is an answer too
     */
    @Get
    AccountList list(
            @QueryValue(defaultValue = "") @OneLine(max = 100) String query,
            @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.page(query, page);
    }

    /**
     * Creates an account with a one-time password, which is in this answer and nowhere else.
     *
     * @return 201 with the account and its password; 409 {@code account_exists}
     */
    @Post
    @RequestBody(content = @Content(schema = @Schema(implementation = NewAccount.class)))
    HttpResponse<NewPassword> create(Authentication who, @Body JsonBody body) {
        NewAccount account = NewAccount.of(body);
        NewPassword created = orders.create(
                account.name(), AccountInput.roles(account.roles()), new By(who.getName(), account.reason()));
        return HttpResponse.created(created, URI.create("/api/accounts/" + account.name()));
    }

    /** One account: an admin reads every one, everybody else their own. */
    @Get("/{name}")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    AccountView one(Authentication who, @OneLine(max = 100) String name) {
        boolean own = who.getName().equals(name);
        if (!own && !who.getRoles().contains("admin")) {
            throw new Problem(HttpStatus.FORBIDDEN, "forbidden", "Only an admin reads the accounts of others.");
        }
        return AccountView.of(orders.find(name));
    }

    /** Other roles, from the next call on. The last admin who can sign in stays one: 409 {@code last_admin}. */
    @Put("/{name}/roles")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRoles.class)))
    AccountView setRoles(Authentication who, @OneLine(max = 100) String name, @Body JsonBody body) {
        NewRoles roles = NewRoles.of(body);
        return orders.setRoles(name, AccountInput.roles(roles.roles()), new By(who.getName(), roles.reason()));
    }

    /** The account cannot sign in, and its sessions and tokens end. 409 {@code last_admin} for the last admin. */
    @Post("/{name}/disable")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    AccountView disable(Authentication who, @OneLine(max = 100) String name, @Body JsonBody body) {
        return orders.disable(name, by(who, body));
    }

    /** The account can sign in again, with the password it had. */
    @Post("/{name}/enable")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    AccountView enable(Authentication who, @OneLine(max = 100) String name, @Body JsonBody body) {
        return orders.enable(name, by(who, body));
    }

    /** A new one-time password, which is in this answer and nowhere else; its sessions and tokens end. */
    @Post("/{name}/reset")
    @RequestBody(content = @Content(schema = @Schema(implementation = Because.class)))
    NewPassword reset(Authentication who, @OneLine(max = 100) String name, @Body JsonBody body) {
        return orders.reset(name, by(who, body));
    }

    /**
     * What was done to an account, the newest first.
     *
     * @param page from 0 to 2000, 50 events each
     */
    @Get("/{name}/history")
    AccountEventList history(
            @OneLine(max = 100) String name, @QueryValue(defaultValue = "0") @Min(0) @Max(Paging.LAST_PAGE) int page) {
        return reading.history(orders.find(name).username(), page);
    }

    private static By by(Authentication who, JsonBody body) {
        return new By(who.getName(), Because.of(body).reason());
    }
}

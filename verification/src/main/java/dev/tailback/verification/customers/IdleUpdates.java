package dev.tailback.verification.customers;

import dev.tailback.localservices.ServiceFailed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates of the shop's rows that changed nothing, seen by a trigger of the owner. An update of the hub says what it
 * believes to replace, so whatever became of the one before, it has no reason to write what is there already.
 */
public record IdleUpdates(ShopDatabase shop) {
    private static final String WATCH = """
            create schema watch;
            create table watch.idle (at timestamptz not null default clock_timestamp(), what text not null);
            create function watch.idle() returns trigger language plpgsql security definer as $$
            begin
              if old is not distinct from new then
                insert into watch.idle (what) values (tg_table_name || ' ' || new.id || ' by ' || session_user);
              end if;
              return new;
            end $$;
            """;

    /** Before anybody writes. */
    public void watch() {
        CustomerCrm crm = CustomerCrm.SHOP;
        try (Connection owner = shop.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(WATCH);
            for (String table : List.of(crm.companies().name(), crm.people().name())) {
                statement.execute("create trigger idle before update on " + table
                        + " for each row execute function watch.idle()");
            }
        } catch (SQLException e) {
            throw new ServiceFailed("The shop's tables cannot be watched: " + e.getMessage(), e);
        }
    }

    /** Each as when, where and by whom. */
    public List<String> seen() {
        List<String> seen = new ArrayList<>();
        try (Connection owner = shop.connect();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select at || ' ' || what from watch.idle order by at")) {
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
            return seen;
        } catch (SQLException e) {
            throw new ServiceFailed("What was written into the shop cannot be read: " + e.getMessage(), e);
        }
    }
}

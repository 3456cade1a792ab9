package dev.tailback.verification.benchmarks.hub;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.hubstory.ShopPerson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/** The shop's tables in a PostgreSQL of their own. Each row says when it was changed last and by whom. */
final class ShopCopy implements CrmCopy {
    private static final String WHO_AND_WHEN = """
        alter table %1$s
          add updated_at timestamptz not null default clock_timestamp(),
          add updated_by text not null default session_user;
        create table shop.written (at timestamptz not null, who text not null);
        create function shop.tell_who() returns trigger language plpgsql security definer as $$
        begin
          new.updated_at := clock_timestamp();
          new.updated_by := session_user;
          insert into shop.written values (new.updated_at, new.updated_by);
          return new;
        end $$;
        create trigger tell_who before update on %1$s for each row execute function shop.tell_who();
        """;

    private final EmbeddedPostgres postgres;
    private final ShopDatabase shop;
    private final CountedDesk desk;

    private ShopCopy(EmbeddedPostgres postgres, ShopDatabase shop) {
        this.postgres = postgres;
        this.shop = shop;
        this.desk = new CountedDesk(new ShopPerson(shop));
    }

    /** @param script by which a table is opened to the synchroniser */
    static ShopCopy in(EmbeddedPostgres postgres, Customers customers, Function<String, String> script) {
        ShopDatabase shop = new ShopDatabase(postgres);
        shop.make(customers, script);
        ShopCopy copy = new ShopCopy(postgres, shop);
        copy.execute(WHO_AND_WHEN.formatted(table()));
        return copy;
    }

    private static String table() {
        return CustomerCrm.SHOP.companies().name();
    }

    String address() {
        return shop.jdbcUrl();
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Each customer moves to another city, all at one moment. */
    void changeAll(String cities) {
        execute("update " + table() + " set city = '" + cities + " ' || id");
    }

    @Override
    public CountedDesk desk() {
        return desk;
    }

    @Override
    public long written() {
        try (Connection owner = shop.connect();
                Statement statement = owner.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from shop.written where who = '" + CrmAddresses.SHOP_USER + "'")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The shop's writes cannot be counted", e);
        }
    }

    /** Tables have no allowance. */
    @Override
    public long calls() {
        return 0;
    }

    private void execute(String sql) {
        try (Connection owner = shop.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The shop's tables cannot be changed", e);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}

package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import dev.tailback.crm.table.TableConnector;
import dev.tailback.crm.table.TableSettings;
import dev.tailback.mapping.declaration.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables of the company's own PostgreSQL. */
record TableAccess(String url, String user, String password) implements CrmAccess {

    static final String KIND = "table";

    static Optional<CrmAccess> read(Section lines, Secrets secrets) {
        lines.only(Set.of("kind", "url", "username", "password", "objects"));
        String url = lines.required("url");
        String user = lines.required("username");
        String password = secrets.of(lines, "password");
        try {
            TableSettings.of(url, user, password, lines.section("objects").names());
            return Optional.of(new TableAccess(url, user, password));
        } catch (IllegalArgumentException malformed) {
            lines.wrong(malformed.getMessage() + ".");
            return Optional.empty();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> usualObjects() {
        return List.of();
    }

    @Override
    public boolean tellsRights() {
        return true;
    }

    @Override
    public Connector connector(List<String> objects, Clock clock) {
        return new TableConnector(TableSettings.of(url, user, password, objects));
    }

    @Override
    public String toString() {
        return KIND;
    }
}

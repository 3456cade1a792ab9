package dev.tailback.verification.customers;

import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.Blueprint;
import dev.tailback.verification.fleet.CopiedFiles;
import dev.tailback.verification.fleet.DataDirectory;
import dev.tailback.verification.fleet.OrgSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what the CRMs start with, and the file by which the hub finds them. */
public final class PrepareCustomers {
    private static final String CRMS = "crms.yaml";

    private final Blueprint blueprint;
    private final Path home;
    private final DataDirectory data;

    public PrepareCustomers(Path home, DataDirectory data) {
        this.blueprint = new Blueprint(home, data);
        this.home = home;
        this.data = data;
    }

    /** @throws CannotStart if something cannot be written */
    public PreparedCustomers prepare(Customers customers) {
        data.create();
        data.clearSchema();
        Path source = data.schema().resolve("source");
        CopiedFiles.copy(blueprint.schema(), source.resolve("force-app"));
        CopiedFiles.copy(home.resolve("salesforce-schema").resolve("force-app-hub"), source.resolve("force-app-hub"));
        CustomerFiles files = new CustomerFiles(customers);
        files.org().forEach((name, text) -> write("seed/" + name, text));
        OrgSource org = new OrgSource(source, blueprint.views(), data.schema().resolve("seed"));
        return new PreparedCustomers(org, write("hubspot.json", files.account()), crms());
    }

    /** Written once the databases are there, since their port is any free one. */
    public void name(CrmAddresses addresses) {
        name(CRMS, addresses);
    }

    /** The same under another name, for a hub that has ways of its own to the CRMs. @return the file */
    public Path name(String file, CrmAddresses addresses) {
        return write(file, new CrmsYaml(addresses).text());
    }

    private Path crms() {
        return data.schema().resolve(CRMS);
    }

    private Path write(String name, String text) {
        Path file = data.schema().resolve(name);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException broken) {
            throw CannotStart.misconfigured("Cannot write " + file + ".", broken);
        }
    }
}

package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.dossier.ExportGolden;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.UUID;

/** Everything that is kept about one golden record, as a file: for whoever asks what we know about them. */
@Controller("/api/hub/records/{id}/export")
@Secured("admin")
@ExecuteOn(TaskExecutors.BLOCKING)
public class ExportApi {

    private final ExportGolden export;
    private final Audit audit;
    private final Transactions transactions;

    ExportApi(ExportGolden export, Audit audit, Transactions transactions) {
        this.export = export;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The audit keeps who took it. */
    @Get
    public HttpResponse<StreamedFile> file(UUID id, Principal caller) throws IOException {
        Path whole = Files.createTempFile("export-", ".json");
        try {
            write(id, whole);
            transactions.write(() -> {
                audit.keep(Act.aboutGolden(Deed.EXPORTED, id, caller.getName(), ""));
                return true;
            });
            return HttpResponse.ok(new StreamedFile(Files.newInputStream(whole), MediaType.APPLICATION_JSON_TYPE)
                    .attach("golden-record-" + id + ".json"));
        } finally {
            // Once it is open it needs no name any more, so that nothing is left behind.
            Files.deleteIfExists(whole);
        }
    }

    private void write(UUID id, Path whole) throws IOException {
        try (OutputStream out = Files.newOutputStream(whole)) {
            if (!export.write(id, out)) {
                throw HubProblems.noRecord(id);
            }
        }
    }
}

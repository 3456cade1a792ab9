package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingDataTest {

    @TempDir
    private Path folder;

    private static String tree(String code, int apples) {
        return "{'Code__c':'" + code + "','Orchard__r':{'Code__c':'HILL'},'Apples__c':" + apples + "}";
    }

    @Test
    void rows_outlive_the_org_and_numbers_go_on() {
        LocalOrgOptions options = Orchard.options().withData(folder.resolve("deep/org.data"));
        String id;
        try (LocalOrg org = LocalOrg.start(options)) {
            Client admin = Client.as("admin", org);
            admin.upsertTrees(tree("A", 1), tree("B", 2));
            id = admin.first("SELECT Id FROM Tree__c WHERE Code__c = 'A'").get(0);
            admin.delete(API + "/sobjects/Tree__c/Code__c/B");
        }
        try (LocalOrg org = LocalOrg.start(options)) {
            Client admin = Client.as("admin", org);
            admin.upsertTrees(tree("a", 5), tree("C", 1));
            assertEquals(
                    List.of(id, "T-0001", "5.0"),
                    admin.first("SELECT Id, Name, Apples__c FROM Tree__c WHERE Code__c = 'A'"));
            assertEquals(List.of("T-0003"), admin.first("SELECT Name FROM Tree__c WHERE Code__c = 'C'"));
            assertEquals(List.of("6.0"), admin.first("SELECT Apples_Total__c FROM Region__c"));
        }
    }

    @Test
    void a_line_that_a_killed_process_left_unfinished_is_dropped() throws IOException {
        Path data = folder.resolve("org.data");
        LocalOrgOptions options = Orchard.options().withData(data);
        try (LocalOrg org = LocalOrg.start(options)) {
            Client.as("admin", org).upsertTrees(tree("A", 1));
        }
        Files.writeString(data, "[{\"object\":\"Tree__c\",\"Id\":\"a0", StandardOpenOption.APPEND);
        try (LocalOrg org = LocalOrg.start(options)) {
            assertEquals(List.of("1.0"), Client.as("admin", org).first("SELECT Apples__c FROM Tree__c"));
        }
    }

    @Test
    void a_process_that_is_killed_loses_no_committed_save() throws Exception {
        Path data = folder.resolve("org.data");
        Process process = OrgProcess.start(
                "--port",
                "0",
                "--source",
                Orchard.SOURCE.toString(),
                "--seed",
                Orchard.SEED.toString(),
                "--data",
                data.toString());
        try {
            Client admin = Client.as("admin", OrgProcess.address(process));
            assertTrue(admin.upsertTrees(tree("A", 7))
                    .body()
                    .path(0)
                    .path("success")
                    .asBoolean());
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (LocalOrg org = LocalOrg.start(Orchard.options().withData(data))) {
            assertEquals(List.of("7.0"), Client.as("admin", org).first("SELECT Apples_Total__c FROM Region__c"));
        }
    }
}

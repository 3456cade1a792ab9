package dev.tailback.localorg.clients.camel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.force.api.ApiConfig;
import com.force.api.Auth;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.clients.OrchardOrg;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.SalesforceMultipleChoicesException;
import org.apache.camel.component.salesforce.api.dto.CreateSObjectResult;
import org.apache.camel.component.salesforce.api.dto.DeleteSObjectResult;
import org.apache.camel.component.salesforce.api.dto.GlobalObjects;
import org.apache.camel.component.salesforce.api.dto.Limits;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.SObjectBasicInfo;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.SObjectField;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.apache.camel.component.salesforce.api.dto.Version;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobStateEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.JobTypeEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Jobs;
import org.apache.camel.component.salesforce.api.dto.bulkv2.OperationEnum;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache Camel's Salesforce component, unmodified. Only the profile {@code camel-client} compiles and runs it. */
class CamelSalesforceTest {
    private static final String TREE = "?sObjectName=Tree__c";

    private LocalOrg org;
    private DefaultCamelContext camel;
    private ProducerTemplate salesforce;

    @BeforeEach
    void start() {
        org = OrchardOrg.start();
        logIn(passwordLogin());
    }

    @AfterEach
    void stop() {
        camel.stop();
        org.close();
    }

    private SalesforceLoginConfig passwordLogin() {
        return new SalesforceLoginConfig(
                org.uri().toString(),
                OrchardOrg.CLIENT_ID,
                OrchardOrg.CLIENT_SECRET,
                OrchardOrg.ADMIN,
                OrchardOrg.PASSWORD,
                false);
    }

    private void logIn(SalesforceLoginConfig login) {
        camel = new DefaultCamelContext();
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginConfig(login);
        SalesforceEndpointConfig version = new SalesforceEndpointConfig();
        version.setApiVersion("66.0");
        component.setConfig(version);
        component.setPackages(Tree__c.class.getPackageName());
        camel.addComponent("salesforce", component);
        camel.start();
        salesforce = camel.createProducerTemplate();
    }

    private <T> T ask(String operation, Object body, Class<T> answer) {
        return salesforce.requestBody("salesforce:" + operation, body, answer);
    }

    private SalesforceException refusal(String operation, Object body) {
        CamelExecutionException failed =
                assertThrows(CamelExecutionException.class, () -> ask(operation, body, Object.class));
        return assertInstanceOf(SalesforceException.class, failed.getCause());
    }

    private static RestError firstError(SalesforceException refused) {
        return refused.getErrors().get(0);
    }

    private String plant(String code, double apples) {
        return ask("createSObject?sObjectName=Tree__c", Tree__c.of(code, apples), CreateSObjectResult.class)
                .getId();
    }

    private List<Tree__c> find(String soql) {
        return ask("query?sObjectClass=" + Tree__c.Page.class.getName(), soql, Tree__c.Page.class)
                .getRecords();
    }

    @Test
    void client_credentials_let_the_integration_user_in() {
        camel.stop();
        SalesforceLoginConfig login = new SalesforceLoginConfig();
        login.setType(AuthenticationType.CLIENT_CREDENTIALS);
        login.setLoginUrl(org.uri().toString());
        login.setClientId(OrchardOrg.CLIENT_ID);
        login.setClientSecret(OrchardOrg.CLIENT_SECRET);
        logIn(login);
        String id = plant("cred", 1);
        SalesforceException refused = refusal("deleteSObjectWithId?sObjectName=Tree__c&sObjectIdName=Code__c", "cred");
        assertEquals("INSUFFICIENT_ACCESS_OR_READONLY", firstError(refused).getErrorCode(), id);
    }

    @Test
    void a_signed_assertion_lets_its_user_in(@TempDir Path directory) throws Exception {
        stop();
        Path store = directory.resolve("client.p12");
        Path trusted = Files.createDirectories(directory.resolve("trusted"));
        keytool(store, "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=client");
        keytool(
                store,
                "-exportcert",
                "-rfc",
                "-file",
                trusted.resolve("client.crt").toString());
        org = OrchardOrg.trusting(trusted);

        KeyStoreParameters key = new KeyStoreParameters();
        key.setResource("file:" + store);
        key.setPassword("changeit");
        key.setType("PKCS12");
        logIn(new SalesforceLoginConfig(org.uri().toString(), OrchardOrg.CLIENT_ID, OrchardOrg.ADMIN, key, false));
        assertNotNull(plant("jwt", 1));
    }

    /** The JDK's own tool: nothing else in it writes a key together with a certificate. */
    private static void keytool(Path store, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "client"));
        command.addAll(List.of(arguments));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tool.waitFor(), said);
    }

    @Test
    void a_revoked_session_is_renewed_behind_the_scenes() {
        SalesforceComponent component = camel.getComponent("salesforce", SalesforceComponent.class);
        String first = component.getSession().getAccessToken();
        Auth.revokeToken(new ApiConfig().setLoginEndpoint(org.uri().toString()), first);
        assertEquals(List.of(), find("SELECT Id FROM Tree__c"));
        assertNotEquals(first, component.getSession().getAccessToken());
    }

    @Test
    void a_wrong_password_stops_camel_with_salesforces_words() {
        camel.stop();
        SalesforceLoginConfig login = passwordLogin();
        login.setPassword("wrong");
        Exception failed = assertThrows(Exception.class, () -> logIn(login));
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertTrue(root.getMessage().contains("invalid_grant"), root.getMessage());
    }

    @Test
    void a_row_is_created_read_changed_and_deleted() {
        CreateSObjectResult created =
                ask("createSObject?sObjectName=Tree__c", Tree__c.of("one", 3), CreateSObjectResult.class);
        assertTrue(created.getSuccess());
        assertEquals(List.of(), created.getErrors());

        Tree__c read = ask("getSObject" + TREE, created.getId(), Tree__c.class);
        assertEquals("one", read.getCode__c());
        assertEquals(3.0, read.getApples__c());
        assertEquals(false, read.getFelled__c());
        assertNotNull(read.getCreatedDate());
        assertTrue(read.getName().matches("T-\\d{4}"));
        assertEquals(
                "/services/data/v66.0/sobjects/Tree__c/" + created.getId(),
                read.getAttributes().getUrl());

        ask("updateSObject" + TREE, Tree__c.change(created.getId(), 4), Object.class);
        assertEquals(
                4.0, ask("getSObject" + TREE, created.getId(), Tree__c.class).getApples__c());

        ask("deleteSObject" + TREE, created.getId(), Object.class);
        SalesforceException gone = refusal("getSObject" + TREE, created.getId());
        assertEquals(404, gone.getStatusCode());
        assertInstanceOf(NoSuchSObjectException.class, gone);
    }

    @Test
    void an_upsert_by_external_id_says_whether_it_made_a_row() {
        String upsert = "upsertSObject" + TREE + "&sObjectIdName=Code__c";
        UpsertSObjectResult first = ask(upsert, Tree__c.of("up", 1), UpsertSObjectResult.class);
        UpsertSObjectResult second = ask(upsert, Tree__c.of("up", 2), UpsertSObjectResult.class);
        assertEquals(List.of(true, false), List.of(first.getCreated(), second.getCreated()));
        assertEquals(first.getId(), second.getId());
        Tree__c read = salesforce.requestBodyAndHeader(
                "salesforce:getSObjectWithId" + TREE + "&sObjectIdName=Code__c",
                null,
                "sObjectIdValue",
                "up",
                Tree__c.class);
        assertEquals(2.0, read.getApples__c());
    }

    @Test
    void a_rule_that_refuses_speaks_in_its_own_words() {
        SalesforceException refused = refusal("createSObject?sObjectName=Tree__c", Tree__c.of("bad", -2));
        assertEquals(400, refused.getStatusCode());
        assertEquals(
                new RestError(
                        "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                        "[NEGATIVE] Apples cannot be negative.",
                        List.of("Apples__c")),
                firstError(refused));
    }

    @Test
    void queries_bring_rows_and_refusals() {
        plant("q1", 1);
        plant("q2", 2);
        List<Tree__c> found = find("SELECT Id, Code__c, Apples__c FROM Tree__c ORDER BY Code__c");
        assertEquals(
                List.of("q1", "q2"), found.stream().map(Tree__c::getCode__c).toList());
        SalesforceException refused =
                refusal("query?sObjectClass=" + Tree__c.Page.class.getName(), "SELECT Nope FROM Tree__c");
        assertEquals("INVALID_FIELD", firstError(refused).getErrorCode());
    }

    @Test
    void a_long_answer_is_fetched_to_its_end() {
        plantMany(2300);
        Tree__c.Page first = ask(
                "query?sObjectClass=" + Tree__c.Page.class.getName(),
                "SELECT Id, Code__c FROM Tree__c",
                Tree__c.Page.class);
        assertEquals(2300, first.getTotalSize());
        assertFalse(first.getDone());
        Tree__c.Page second = ask(
                "queryMore?sObjectClass=" + Tree__c.Page.class.getName(),
                first.getNextRecordsUrl(),
                Tree__c.Page.class);
        assertEquals(300, second.getRecords().size());
        assertTrue(second.getDone());

        Iterator<?> stream = ask(
                "query?streamQueryResult=true&sObjectClass=" + Tree__c.Page.class.getName(),
                "SELECT Id FROM Tree__c",
                Iterator.class);
        int seen = 0;
        while (stream.hasNext()) {
            assertInstanceOf(Tree__c.class, stream.next());
            seen++;
        }
        assertEquals(2300, seen);
    }

    private void plantMany(int count) {
        for (int from = 0; from < count; from += 200) {
            List<Tree__c> trees = IntStream.range(from, Math.min(from + 200, count))
                    .mapToObj(number -> Tree__c.of("M" + number, 0))
                    .toList();
            List<SaveSObjectResult> results = list("compositeCreateSObjectCollections", trees);
            assertTrue(results.stream().allMatch(SaveSObjectResult::getSuccess));
        }
    }

    @SuppressWarnings("unchecked") // Camel answers with a bare list; the caller knows of what
    private <T> List<T> list(String operation, Object body) {
        return (List<T>) ask(operation, body, List.class);
    }

    @Test
    void collections_keep_their_order_and_tell_good_from_bad() {
        List<SaveSObjectResult> created = list(
                "compositeCreateSObjectCollections",
                List.of(Tree__c.of("c1", 1), Tree__c.of("c2", -2), Tree__c.of("c3", 3)));
        assertEquals(
                List.of(true, false, true),
                created.stream().map(SaveSObjectResult::getSuccess).toList());
        assertEquals(
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                created.get(1).getErrors().get(0).getErrorCode());

        String first = created.get(0).getId();
        List<SaveSObjectResult> updated = list("compositeUpdateSObjectCollections", List.of(Tree__c.change(first, 8)));
        assertEquals(first, updated.get(0).getId());

        List<UpsertSObjectResult> upserted = list(
                "compositeUpsertSObjectCollections?sObjectName=Tree__c&sObjectIdName=Code__c",
                List.of(Tree__c.of("C1", 9), Tree__c.of("c4", 4)));
        assertEquals(
                List.of(false, true),
                upserted.stream().map(UpsertSObjectResult::getCreated).toList());
        assertEquals(first, upserted.get(0).getId());

        List<?> read = salesforce.requestBodyAndHeaders(
                "salesforce:compositeRetrieveSObjectCollections" + TREE,
                "",
                Map.of("sObjectIds", List.of(first, "a03000000000000AAA"), "sObjectFields", List.of("Id", "Apples__c")),
                List.class);
        assertEquals(9.0, ((Tree__c) read.get(0)).getApples__c());
        assertNull(read.get(1));

        List<DeleteSObjectResult> deleted = list("compositeDeleteSObjectCollections", List.of(first, first));
        assertTrue(deleted.get(0).getSuccess());
        assertEquals(2, find("SELECT Id FROM Tree__c").size());
    }

    @Test
    void all_or_none_writes_none() {
        List<?> answer = salesforce.requestBodyAndHeader(
                "salesforce:compositeCreateSObjectCollections",
                List.of(Tree__c.of("n1", 1), Tree__c.of("n2", -2)),
                "allOrNone",
                true,
                List.class);
        List<SaveSObjectResult> refused =
                answer.stream().map(SaveSObjectResult.class::cast).toList();
        assertEquals(
                List.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "FIELD_CUSTOM_VALIDATION_EXCEPTION"),
                refused.stream()
                        .map(result -> result.getErrors().get(0).getErrorCode())
                        .toList());
        assertEquals(List.of(), find("SELECT Id FROM Tree__c"));
    }

    @Test
    void a_composite_hands_ids_from_step_to_step() {
        SObjectComposite composite = new SObjectComposite("66.0", true)
                .addCreate(Tree__c.of("comp", 5), "tree")
                .addGet("Tree__c", "@{tree.id}", "read", "Code__c", "Apples__c")
                .addQuery("SELECT+Id+FROM+Tree__c", "all")
                .addDelete("Tree__c", "@{tree.id}", "felled");
        List<SObjectCompositeResult> steps =
                ask("composite", composite, SObjectCompositeResponse.class).getCompositeResponse();
        assertEquals(
                List.of(201, 200, 200, 204),
                steps.stream().map(SObjectCompositeResult::getHttpStatusCode).toList());
        assertEquals(5.0, ((Map<?, ?>) steps.get(1).getBody()).get("Apples__c"));
        assertEquals(1, ((Map<?, ?>) steps.get(2).getBody()).get("totalSize"));
        assertEquals(List.of(), find("SELECT Id FROM Tree__c"));
    }

    @Test
    void a_batch_runs_its_requests_one_by_one() {
        SObjectBatch batch = new SObjectBatch("66.0")
                .addCreate(Tree__c.of("batch", 1))
                .addQuery("SELECT Id FROM Tree__c")
                .addLimits();
        SObjectBatchResponse answer = ask("composite-batch", batch, SObjectBatchResponse.class);
        assertFalse(answer.hasErrors());
        assertEquals(
                List.of(201, 200, 200),
                answer.getResults().stream()
                        .map(result -> result.getStatusCode())
                        .toList());
    }

    @Test
    void limits_versions_resources_and_descriptions_are_read() {
        Limits limits = ask("limits", null, Limits.class);
        assertTrue(limits.getDailyApiRequests().getMax()
                > limits.getDailyApiRequests().getRemaining());
        List<Version> versions = list("getVersions", null);
        assertTrue(versions.stream().anyMatch(version -> version.getVersion().equals("66.0")));
        assertTrue(ask("getGlobalObjects", null, GlobalObjects.class).getSobjects().stream()
                .anyMatch(object -> object.getName().equals("Tree__c")));
        assertEquals(
                "Tree",
                ask("getBasicInfo?sObjectName=Tree__c", null, SObjectBasicInfo.class)
                        .getObjectDescribe()
                        .getLabel());
        SObjectDescription tree = ask("getDescription?sObjectName=Tree__c", null, SObjectDescription.class);
        SObjectField code = tree.getFields().stream()
                .filter(field -> field.getName().equals("Code__c"))
                .findFirst()
                .orElseThrow();
        assertEquals(10, code.getLength());
        assertTrue(code.isExternalId());
        assertTrue(tree.getFields().stream()
                .filter(field -> field.getName().equals("Kind__c"))
                .anyMatch(field -> field.getPicklistValues().size() == 2));
    }

    @Test
    void a_bulk_job_loads_rows_and_tells_good_from_bad() {
        Job wanted = new Job();
        wanted.setObject("Tree__c");
        wanted.setOperation(OperationEnum.UPSERT);
        wanted.setExternalIdFieldName("Code__c");
        Job job = ask("bulk2CreateJob", wanted, Job.class);
        assertEquals(JobStateEnum.OPEN, job.getState());
        assertEquals("66.0", job.getApiVersion());

        String csv = "Code__c,Apples__c,Orchard__r.Code__c\nb1,1,HILL\nb2,-2,HILL\nb3,3,HILL\n";
        ask("bulk2CreateBatch?jobId=" + job.getId(), csv, Object.class);
        assertEquals(
                JobStateEnum.UPLOAD_COMPLETE,
                ask("bulk2CloseJob?jobId=" + job.getId(), "", Job.class).getState());
        Job done = await().until(
                        () -> ask("bulk2GetJob?jobId=" + job.getId(), "", Job.class),
                        seen -> seen.getState() == JobStateEnum.JOB_COMPLETE);
        assertEquals(3, done.getNumberRecordsProcessed());
        assertEquals(1, done.getNumberRecordsFailed());
        assertEquals(JobTypeEnum.V2INGEST, done.getJobType());

        List<String> good = lines("bulk2GetSuccessfulResults?jobId=" + job.getId());
        assertEquals(
                "\"sf__Id\",\"sf__Created\",Code__c,Apples__c,Orchard__r.Code__c".replace("\"", ""), bare(good.get(0)));
        assertEquals(3, good.size());
        List<String> bad = lines("bulk2GetFailedResults?jobId=" + job.getId());
        assertTrue(bad.get(1)
                .contains("FIELD_CUSTOM_VALIDATION_EXCEPTION:[NEGATIVE] Apples cannot be negative.:Apples__c --"));
        assertEquals(1, lines("bulk2GetUnprocessedRecords?jobId=" + job.getId()).size());
        assertTrue(ask("bulk2GetAllJobs", "", Jobs.class).getRecords().stream()
                .anyMatch(one -> one.getId().equals(job.getId())));
        ask("bulk2DeleteJob?jobId=" + job.getId(), "", Object.class);
        assertEquals(404, refusal("bulk2GetJob?jobId=" + job.getId(), "").getStatusCode());
        assertEquals(2, find("SELECT Id FROM Tree__c").size());
    }

    private List<String> lines(String operation) {
        return ask(operation, "", String.class).lines().toList();
    }

    private static String bare(String line) {
        return line.replace("\"", "");
    }

    @Test
    void a_bulk_query_is_read_page_by_page() {
        plantMany(250);
        QueryJob wanted = new QueryJob();
        wanted.setQuery("SELECT Code__c FROM Tree__c ORDER BY Code__c");
        wanted.setOperation(OperationEnum.QUERY);
        QueryJob job = ask("bulk2CreateQueryJob", wanted, QueryJob.class);
        await().until(
                        () -> ask("bulk2GetQueryJob?jobId=" + job.getId(), "", QueryJob.class),
                        seen -> seen.getState() == JobStateEnum.JOB_COMPLETE);
        List<String> codes = new ArrayList<>();
        String locator = "";
        while (!locator.equals("null")) {
            var page = camel.createFluentProducerTemplate()
                    .to("salesforce:bulk2GetQueryJobResults?maxRecords=100&jobId=" + job.getId()
                            + (locator.isEmpty() ? "" : "&locator=" + locator))
                    .withBody("")
                    .send();
            codes.addAll(rows(page.getMessage().getBody(InputStream.class)));
            locator = page.getMessage().getHeader("Sforce-Locator", String.class);
        }
        assertEquals(250, codes.size());
        assertEquals("\"M0\"", codes.get(0));
    }

    private static List<String> rows(InputStream csv) {
        try (csv) {
            List<String> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(1, lines.size());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void an_external_id_that_many_rows_have_is_a_choice() {
        IntStream.range(0, 2)
                .forEach(number -> ask(
                        "createSObject?sObjectName=Tree__c&rawPayload=true",
                        "{\"Tag__c\":\"twin\",\"Orchard__r\":{\"Code__c\":\"HILL\"}}",
                        String.class));
        CamelExecutionException failed = assertThrows(
                CamelExecutionException.class,
                () -> salesforce.requestBodyAndHeader(
                        "salesforce:getSObjectWithId" + TREE + "&sObjectIdName=Tag__c",
                        null,
                        "sObjectIdValue",
                        "twin",
                        Tree__c.class));
        SalesforceMultipleChoicesException choices =
                assertInstanceOf(SalesforceMultipleChoicesException.class, failed.getCause());
        assertEquals(2, choices.getChoices().size());
    }
}

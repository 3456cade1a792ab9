import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.verification.benchmarks.drain.ListWorkers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.component.salesforce.api.dto.AbstractDescribedSObjectBase;
import org.apache.camel.component.salesforce.api.dto.SObjectDescription;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.apache.camel.impl.DefaultCamelContext;

/** Records of the list through Camel's Salesforce component, 200 a call. "bench drain" compiles it beside Camel's jars. */
public final class CamelSender {
    private static final int A_CALL = 200;
    private static final String UPSERT = "salesforce:compositeUpsertSObjectCollections?sObjectName=" + UsageFields.OBJECT
            + "&sObjectIdName=" + UsageFields.EXTERNAL_ID;

    private CamelSender() {}

    /** A record that is JSON already: this costs Camel less than the classes that its generator writes. */
    @JsonSerialize(using = AsItIs.class)
    static final class Row extends AbstractDescribedSObjectBase {
        private final String json;

        Row(String json) {
            this.json = json;
        }

        @Override
        public SObjectDescription description() {
            SObjectDescription description = new SObjectDescription();
            description.setName(UsageFields.OBJECT);
            return description;
        }
    }

    static final class AsItIs extends JsonSerializer<Row> {
        @Override
        public void serialize(Row row, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeRawValue(row.json);
        }
    }

    /** Arguments: the Redis, the org, and the calls in flight. */
    public static void main(String[] arguments) {
        SalesforceConfiguration org = SalesforceConfiguration.of(arguments[1], "tailback", "local-org", "");
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.addComponent("salesforce", component(org));
        camel.start();
        ProducerTemplate salesforce = camel.createProducerTemplate();
        ListWorkers.run(
                arguments[0], Integer.parseInt(arguments[2]), A_CALL, records -> isAccepted(salesforce, records));
    }

    private static SalesforceComponent component(SalesforceConfiguration org) {
        SalesforceLoginConfig login = new SalesforceLoginConfig();
        login.setType(AuthenticationType.CLIENT_CREDENTIALS);
        login.setLoginUrl(org.loginUrl().toString());
        login.setClientId(org.clientId());
        login.setClientSecret(org.clientSecret());
        SalesforceEndpointConfig version = new SalesforceEndpointConfig();
        version.setApiVersion(org.apiVersion().substring(1));
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginConfig(login);
        component.setConfig(version);
        return component;
    }

    private static boolean isAccepted(ProducerTemplate salesforce, List<String> records) {
        List<Row> rows = new ArrayList<>();
        records.forEach(record -> rows.add(new Row(record)));
        try {
            List<?> results = salesforce.requestBody(UPSERT, rows, List.class);
            return results.stream()
                    .map(UpsertSObjectResult.class::cast)
                    .allMatch(UpsertSObjectResult::getSuccess);
        } catch (CamelExecutionException failed) {
            System.err.println(failed.getCause());
            return false;
        }
    }
}

package dev.tailback.salesforce.http;

import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.SalesforceProxy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** The HTTP client of a session, and its requests as the proxy wants them, if there is one. */
public final class OrgHttp {

    /**
     * The JDK keeps Basic back from a proxy that is to open a tunnel, unless this is empty before its client is loaded.
     */
    private static final String KEPT_BACK = "jdk.http.auth.tunneling.disabledSchemes";

    private final SalesforceConfiguration configuration;
    private final HttpClient client;

    public OrgHttp(SalesforceConfiguration configuration) {
        this.configuration = configuration;
        this.client = client(configuration);
    }

    public HttpClient client() {
        return client;
    }

    /** A request that asks for nothing compressed, so that an answer is as long as it arrives. */
    public HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity");
        configuration
                .proxy()
                .flatMap(SalesforceProxy::authorization)
                .ifPresent(word -> request.header("Proxy-Authorization", word));
        return request;
    }

    // HTTP/1.1: no upgrade handshake on the first request, and one lost connection costs one batch, not many.
    private static HttpClient client(SalesforceConfiguration configuration) {
        if (configuration.proxy().flatMap(SalesforceProxy::authorization).isPresent()
                && System.getProperty(KEPT_BACK) == null) {
            System.setProperty(KEPT_BACK, "");
        }
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(configuration.connectTimeout());
        configuration
                .proxy()
                .map(proxy -> InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))
                .ifPresent(address -> client.proxy(ProxySelector.of(address)));
        return client.build();
    }
}

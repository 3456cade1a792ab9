package dev.tailback.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An org behind TLS that signs everybody in and holds no contract. */
final class TlsOrg implements AutoCloseable {

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> headers = new CopyOnWriteArrayList<>();

    TlsOrg(KeyStore certificate) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, OrgCertificates.PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext(
                "/services/oauth2/token",
                exchange -> answer(exchange, "{\"access_token\":\"t\",\"instance_url\":\"" + url() + "\"}"));
        server.createContext(
                "/services/data", exchange -> answer(exchange, "{\"totalSize\":0,\"done\":true,\"records\":[]}"));
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The names of all headers that have arrived, in lower case. */
    List<String> headers() {
        return headers;
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        exchange.getRequestHeaders().keySet().forEach(name -> headers.add(name.toLowerCase(java.util.Locale.ROOT)));
        WireOrg.answer(200, body).to(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

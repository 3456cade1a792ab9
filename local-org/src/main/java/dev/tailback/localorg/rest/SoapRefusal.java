package dev.tailback.localorg.rest;

import java.nio.charset.StandardCharsets;

/**
 * {@code /services/Soap/*}: SOAP's login() is switched off in new orgs, and this org speaks no SOAP. Clients get a fault,
 * which they can read.
 */
final class SoapRefusal {
    private static final String FAULT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="%1$s"><soapenv:Body><soapenv:Fault><faultcode>sf:INVALID_OPERATION</faultcode><faultstring>INVALID_OPERATION: %2$s</faultstring><detail><sf:UnexpectedErrorFault><sf:exceptionCode>INVALID_OPERATION</sf:exceptionCode><sf:exceptionMessage>%2$s</sf:exceptionMessage></sf:UnexpectedErrorFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>
            """;
    private static final String PARTNER = "urn:fault.partner.soap.sforce.com";
    private static final String METADATA = "http://soap.sforce.com/2006/04/metadata";

    private SoapRefusal() {}

    static Reply reply(Request request) {
        boolean metadata = request.segments().get(2).equals("m");
        String namespace = metadata ? METADATA : PARTNER;
        return Reply.text(500, "text/xml", FAULT.formatted(namespace, problem(request, metadata)));
    }

    private static String problem(Request request, boolean metadata) {
        if (metadata) {
            return "local-org does not speak the Metadata API; change its schema by /local-org/schema.";
        }
        boolean login = new String(request.body(), StandardCharsets.UTF_8).matches("(?s).*<(\\w+:)?login\\b.*");
        return login
                ? "SOAP API login() is disabled by default in this org. Log in with OAuth instead."
                : "local-org speaks no SOAP; use the REST API at /services/data.";
    }
}

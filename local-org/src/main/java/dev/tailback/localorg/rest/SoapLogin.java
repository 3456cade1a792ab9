package dev.tailback.localorg.rest;

/**
 * {@code /services/Soap/*}: SOAP's login() is switched off in new orgs and this org speaks no SOAP; clients get a
 * fault.
 */
final class SoapLogin {
    private static final String FAULT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="urn:fault.partner.soap.sforce.com"><soapenv:Body><soapenv:Fault><faultcode>sf:INVALID_OPERATION</faultcode><faultstring>INVALID_OPERATION: SOAP API login() is disabled by default in this org. Log in with OAuth instead.</faultstring><detail><sf:UnexpectedErrorFault><sf:exceptionCode>INVALID_OPERATION</sf:exceptionCode><sf:exceptionMessage>SOAP API login() is disabled by default in this org. Log in with OAuth instead.</sf:exceptionMessage></sf:UnexpectedErrorFault></detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>
            """;

    private SoapLogin() {}

    static Reply refused() {
        return Reply.text(500, "text/xml", FAULT);
    }
}

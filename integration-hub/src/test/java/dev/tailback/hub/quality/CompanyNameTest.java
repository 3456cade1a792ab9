package dev.tailback.hub.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Müller & Söhne GmbH & Co. KG              | mueller soehne       | GmbH & Co. KG
            MUELLER und Soehne GmbH und Co KG         | mueller soehne       | GmbH & Co. KG
            Acme Gesellschaft mit beschränkter Haftung | acme                | GmbH
            Acme, Inc.                                | acme                 | Inc
            The Acme Corporation                      | acme                 | Corp
            Łódź Trading Sp. z o.o.                   | lodz trading         | Sp. z o.o.
            Société Générale S.A.                     | societe generale     | SA
            Nordisk Film A/S                          | nordisk film         | AS
            Kowalski Pty. Ltd.                        | kowalski             | Pty Ltd
            Siemens                                   | siemens              | ''
            AG                                        | ag                   | ''
            """)
    void a_name_is_taken_apart(String name, String core, String form) {
        CompanyName parted = CompanyName.of(name);

        assertEquals(core, parted.core());
        assertEquals(form, parted.form());
    }
}

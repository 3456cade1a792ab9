package dev.tailback.localorg.metadata;

/** The types a field can have, in the words describe uses. */
public enum FieldType {
    ID("id", "tns:ID"),
    REFERENCE("reference", "tns:ID"),
    STRING("string", "xsd:string"),
    TEXTAREA("textarea", "xsd:string"),
    EMAIL("email", "xsd:string"),
    PHONE("phone", "xsd:string"),
    URL("url", "xsd:string"),
    COMBOBOX("combobox", "xsd:string"),
    PICKLIST("picklist", "xsd:string"),
    MULTIPICKLIST("multipicklist", "xsd:string"),
    INT("int", "xsd:int"),
    DOUBLE("double", "xsd:double"),
    CURRENCY("currency", "xsd:double"),
    PERCENT("percent", "xsd:double"),
    BOOLEAN("boolean", "xsd:boolean"),
    DATE("date", "xsd:date"),
    DATETIME("datetime", "xsd:dateTime"),
    TIME("time", "xsd:time");

    private final String word;
    private final String soapType;

    FieldType(String word, String soapType) {
        this.word = word;
        this.soapType = soapType;
    }

    public String word() {
        return word;
    }

    public String soapType() {
        return soapType;
    }

    /** Stored as an exact decimal. */
    public boolean isNumber() {
        return this == INT || this == DOUBLE || this == CURRENCY || this == PERCENT;
    }

    /** Stored as text. */
    public boolean isText() {
        return soapType.equals("xsd:string") || soapType.equals("tns:ID");
    }
}

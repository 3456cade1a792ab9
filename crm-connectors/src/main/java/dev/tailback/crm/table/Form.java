package dev.tailback.crm.table;

/** How the values of a column look outside PostgreSQL. */
enum Form {
    TEXT("string"),
    FLAG("boolean"),
    NUMBER("double"),
    DATE("date"),
    MOMENT("datetime") {
        @Override
        String text(String column) {
            return iso("(" + column + " at time zone 'UTC')");
        }
    },
    /** A time without a zone is taken as UTC. */
    LOCAL_MOMENT("datetime") {
        @Override
        String text(String column) {
            return iso(column);
        }
    },
    CHOICE("picklist"),
    /** Anything that PostgreSQL can write as text and read again. */
    OTHER("string");

    /** Longer values are not read: a field that was not read is not there. */
    static final int LONGEST = 65_536;

    private final String word;

    Form(String word) {
        this.word = word;
    }

    /** The contract's word for the type. */
    String word() {
        return word;
    }

    /** SQL for the value as text, as the contract writes it. */
    String text(String column) {
        return column + "::text";
    }

    /** Empty text where the column is null; null where the value is longer than we take. */
    String told(String column) {
        String text = text(column);
        return "case when " + column + " is null then '' when length(" + text + ") > " + LONGEST + " then null else "
                + text + " end";
    }

    private static String iso(String time) {
        return "(rtrim(rtrim(to_char(" + time + ", 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '0'), '.') || 'Z')";
    }

    static Form of(String type, boolean isEnum) {
        if (isEnum) {
            return CHOICE;
        }
        return switch (type) {
            case "text", "varchar", "bpchar", "citext", "name" -> TEXT;
            case "bool" -> FLAG;
            case "int2", "int4", "int8", "numeric", "float4", "float8" -> NUMBER;
            case "date" -> DATE;
            case "timestamptz" -> MOMENT;
            case "timestamp" -> LOCAL_MOMENT;
            default -> OTHER;
        };
    }
}

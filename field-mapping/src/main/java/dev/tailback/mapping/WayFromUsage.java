package dev.tailback.mapping;

/** The relationships from a usage row up to its line and its contract. */
record WayFromUsage(String toLine, String toContract) {

    static WayFromUsage in(Mapping mapping) {
        String toLine = FieldPath.relationship(mapping.field(Idea.CONTRACT_PRODUCT)) + ".";
        return new WayFromUsage(toLine, toLine + FieldPath.relationship(mapping.field(Idea.CONTRACT)) + ".");
    }

    String of(Idea idea, String field) {
        return switch (idea.part()) {
            case USAGE -> field;
            case CONTRACT_PRODUCT -> toLine + field;
            case CONTRACT -> toContract + field;
        };
    }
}

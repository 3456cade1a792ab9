package dev.tailback.localorg.metadata;

/** A metadata file that cannot be loaded; the message is one sentence that names the file and what is wrong with it. */
public final class MetadataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public MetadataException(String file, String problem) {
        super(file + ": " + problem);
    }
}

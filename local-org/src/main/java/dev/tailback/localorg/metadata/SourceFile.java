package dev.tailback.localorg.metadata;

import java.nio.file.Path;

/** A metadata file, known in messages by its path below the source directory. */
record SourceFile(Path root, Path path) {

    String name() {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** The file's name without its metadata suffix: what Salesforce takes as the component's name. */
    String componentName() {
        String file = path.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.', file.length() - "-meta.xml".length() - 1));
    }

    /** The kind in the file's suffix, such as {@code field}. */
    String kind() {
        String file = path.getFileName().toString();
        int end = file.length() - "-meta.xml".length();
        return file.substring(file.lastIndexOf('.', end - 1) + 1, end);
    }

    /** The object whose folder the file lies in; kinds below an object lie one folder deeper. */
    String objectName() {
        Path folder = path.getParent();
        return (kind().equals("object") ? folder : folder.getParent())
                .getFileName()
                .toString();
    }

    MetadataException broken(String problem) {
        return new MetadataException(name(), problem);
    }
}

package dev.tailback.localorg.metadata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what SFDX source directories hold for people. What cannot be shown is named in the log and left out. */
public final class ViewLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ViewLoader.class);

    private ViewLoader() {}

    /** @throws MetadataException when a directory is missing */
    public static Views load(List<Path> roots) {
        List<SourceFile> files =
                roots.stream().flatMap(root -> SourceFile.below(root).stream()).toList();
        return new Views(
                read(files, "layout", PageLayout::read),
                read(files, "listView", ListView::read),
                read(files, "reportType", ReportType::read),
                read(files, "report", Report::read));
    }

    private static <T> List<T> read(List<SourceFile> files, String kind, Function<SourceFile, T> reader) {
        return files.stream()
                .filter(file -> file.kind().equals(kind))
                .flatMap(file -> shown(file, reader).stream())
                .toList();
    }

    private static <T> Optional<T> shown(SourceFile file, Function<SourceFile, T> reader) {
        try {
            return Optional.of(reader.apply(file));
        } catch (MetadataException e) {
            LOG.warn("Not shown: {}", e.getMessage());
            return Optional.empty();
        }
    }
}

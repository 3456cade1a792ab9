package dev.tailback.standalone.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Where a module takes a way of its own around what the parent POM lets the compiler check. */
record OwnCompilation(Path module, Document pom) {
    /** Processors, and what they are told, may be added. */
    private static final String SETTINGS = """
            //properties/*[starts-with(name(), 'nullaway') or starts-with(name(), 'error-prone')
                or starts-with(name(), 'maven.compiler')]
            | //plugin[artifactId = 'maven-compiler-plugin']/*[not(self::groupId or self::artifactId
                or self::configuration)]
            | //plugin[artifactId = 'maven-compiler-plugin']/configuration/*[not(self::testExcludes
                or (self::annotationProcessorPaths or self::compilerArgs) and @combine.children = 'append')]
            | //plugin[artifactId = 'maven-compiler-plugin']/configuration/compilerArgs/arg[not(starts-with(., '-A'))]
            """;

    private static final Pattern SILENCED =
            Pattern.compile("NullUnmarked|SuppressWarnings\\([^)]*\"(NullAway|all)\"|castToNonNull");

    static List<Path> modules(Path root) {
        return found(of(root).pom, "//module").stream()
                .map(node -> root.resolve(node.getTextContent()))
                .toList();
    }

    static OwnCompilation of(Path module) {
        try {
            return new OwnCompilation(
                    module,
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(module.resolve("pom.xml").toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(module + " has no readable POM", e);
        }
    }

    List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        found(pom, "/project/parent/artifactId[. != 'tailback']")
                .forEach(parent -> complaints.add("its parent is " + parent.getTextContent()));
        found(pom, SETTINGS).forEach(setting -> complaints.add("it sets " + setting.getNodeName()));
        Path main = module.resolve("src/main/java");
        if (Files.exists(main)) {
            try (Stream<Path> files = Files.walk(main)) {
                files.filter(OwnCompilation::isSilenced)
                        .forEach(file -> complaints.add(file.getFileName() + " silences NullAway"));
            }
        }
        return complaints;
    }

    private static boolean isSilenced(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && SILENCED.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Node> found(Document pom, String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}

package dev.tailback.salesforce.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** One metadata file, read. {@code name} is the part of the file name before the suffix that tells the type. */
record SchemaFile(Path path, String name, Element root) {

    static SchemaFile read(Path path) throws IOException, SAXException {
        String file = path.getFileName().toString();
        return new SchemaFile(path, file.substring(0, file.indexOf('.', nameEnd(file))), parse(path));
    }

    /** A custom metadata record has a point in its name: Type.Record.md-meta.xml. */
    private static int nameEnd(String file) {
        return file.endsWith(".md-meta.xml") ? file.indexOf('.') + 1 : 0;
    }

    private static Element parse(Path path) throws IOException, SAXException {
        try (var in = Files.newInputStream(path)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(in).getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String type() {
        return root.getTagName();
    }

    /** The folder under {@code objects} the file stands in: the object it belongs to. */
    String object() {
        for (Path at = path; at != null; at = at.getParent()) {
            if (at.getParent() != null
                    && "objects".equals(String.valueOf(at.getParent().getFileName()))) {
                return at.getFileName().toString();
            }
        }
        throw new IllegalStateException(path + " belongs to no object");
    }

    Optional<String> text(String... names) {
        return texts(root, names).stream().findFirst();
    }

    List<String> texts(String... names) {
        return texts(root, names);
    }

    List<Element> all(String... names) {
        return elements(root, names);
    }

    static Optional<String> text(Element from, String... names) {
        return texts(from, names).stream().findFirst();
    }

    static List<String> texts(Element from, String... names) {
        return elements(from, names).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** All elements at a path of names, in the order of the file. */
    static List<Element> elements(Element from, String... names) {
        List<Element> at = List.of(from);
        for (String name : names) {
            List<Element> next = new ArrayList<>();
            at.forEach(element -> next.addAll(children(element, name)));
            at = next;
        }
        return at;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}

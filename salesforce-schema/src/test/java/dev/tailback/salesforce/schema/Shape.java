package dev.tailback.salesforce.schema;

import com.sforce.ws.ConnectionException;
import com.sforce.ws.bind.TypeMapper;
import com.sforce.ws.bind.XMLizable;
import com.sforce.ws.parser.PullParserException;
import com.sforce.ws.parser.XmlInputStream;
import com.sforce.ws.parser.XmlOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Loads a file into the classes that Salesforce generates from its Metadata WSDL, writes it back, and compares. Loading
 * refuses unknown and misplaced elements; only the comparison sees a boolean that is none and a required element that
 * is missing, which is written back as nil.
 */
final class Shape {

    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    private Shape() {}

    static Optional<String> fault(SchemaFile file) {
        try {
            XMLizable component = component(file.type());
            TypeMapper types = new TypeMapper();
            component.load(input(file.path()), types);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            try (XmlOutputStream out = new XmlOutputStream(written, false)) {
                out.startDocument();
                component.write(new QName(NAMESPACE, file.type()), out, types);
                out.endDocument();
            }
            return difference(leaves(file.root()), leaves(parse(written.toByteArray())));
        } catch (ReflectiveOperationException unknown) {
            return Optional.of("is of a type Salesforce does not know: " + file.type());
        } catch (ConnectionException | PullParserException | IOException | SAXException | RuntimeException refused) {
            return Optional.of("cannot be loaded: " + refused.getMessage());
        }
    }

    private static XMLizable component(String type) throws ReflectiveOperationException {
        return (XMLizable) Class.forName("com.sforce.soap.metadata." + type)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static XmlInputStream input(Path path) throws IOException, PullParserException {
        XmlInputStream in = new XmlInputStream();
        in.setInput(new ByteArrayInputStream(Files.readAllBytes(path)), "UTF-8");
        return in;
    }

    private static Element parse(byte[] xml) throws IOException, SAXException {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> difference(List<String> before, List<String> after) {
        List<String> lost = new ArrayList<>(before);
        after.forEach(lost::remove);
        List<String> gained = new ArrayList<>(after);
        before.forEach(gained::remove);
        return lost.isEmpty() && gained.isEmpty()
                ? Optional.empty()
                : Optional.of("is not what Salesforce reads: wrong " + lost + ", missing " + gained);
    }

    private static List<String> leaves(Element root) {
        List<String> leaves = new ArrayList<>();
        collect(root, "", leaves);
        return leaves;
    }

    private static void collect(Element element, String path, List<String> leaves) {
        boolean leaf = true;
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                leaf = false;
                collect(child, path + "/" + local(child), leaves);
            }
        }
        if (leaf) {
            leaves.add(path + "=" + element.getTextContent().strip());
        }
    }

    private static String local(Element element) {
        String tag = element.getTagName();
        return tag.substring(tag.indexOf(':') + 1);
    }
}

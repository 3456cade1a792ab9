package dev.tailback.localorg.metadata;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Changes a metadata file and writes it anew; a file in which nothing had to change stays as it is. */
final class RewriteXml {

    private final SourceFile file;
    private final Element root;
    private boolean changed;

    private RewriteXml(SourceFile file, Element root) {
        this.file = file;
        this.root = root;
    }

    static RewriteXml of(SourceFile file) {
        return new RewriteXml(file, XmlElement.read(file).element());
    }

    /** The file without those children of its root element. */
    SourceFile without(Predicate<XmlElement> unwanted) {
        for (Element child : children(root)) {
            if (unwanted.test(new XmlElement(file, child))) {
                root.removeChild(child);
                changed = true;
            }
        }
        return written(file.name());
    }

    /** Changes the text of all elements of these names, however deep they lie. */
    RewriteXml texts(Set<String> names, UnaryOperator<String> change) {
        texts(root, names, change);
        return this;
    }

    /** Changes the text of a child of the root element. */
    RewriteXml child(String name, UnaryOperator<String> change) {
        for (Element child : children(root)) {
            if (child.getLocalName().equals(name)) {
                texts(child, Set.of(name), change);
            }
        }
        return this;
    }

    private void texts(Element element, Set<String> names, UnaryOperator<String> change) {
        for (Element child : children(element)) {
            texts(child, names, change);
        }
        if (names.contains(element.getLocalName()) && children(element).isEmpty()) {
            String before = element.getTextContent();
            String after = change.apply(before);
            if (!after.equals(before)) {
                element.setTextContent(after);
                changed = true;
            }
        }
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }

    SourceFile written(String name) {
        return changed || !name.equals(file.name()) ? new SourceFile(name, Path.of(name), Optional.of(text())) : file;
    }

    private String text() {
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            StringWriter text = new StringWriter();
            factory.newTransformer().transform(new DOMSource(root.getOwnerDocument()), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("this Java writes no XML", e);
        }
    }
}

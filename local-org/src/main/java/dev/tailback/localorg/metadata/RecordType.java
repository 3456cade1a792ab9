package dev.tailback.localorg.metadata;

/**
 * A record type of an object.
 *
 * @param name its developer name
 */
public record RecordType(String object, String name, String label, boolean active) {

    static RecordType read(SourceFile file) {
        XmlElement xml = XmlElement.read(file, "RecordType");
        String name = xml.required("fullName");
        if (!name.equals(file.componentName())) {
            throw file.broken("<fullName> is " + name + ", which must equal the file's name");
        }
        return new RecordType(file.objectName(), name, xml.required("label"), xml.flag("active"));
    }
}

package org.insats.records.archive;

import java.util.List;
import org.insats.records.archive.PackageWriter.PackageHead;

/** PREMIS 3.0 of a package: each file with checksum, size and format, and how the package came about. */
final class Premis {

    private static final String UUID = "local";

    private Premis() {}

    static String of(PackageHead head, List<PackagedFile> data) {
        Xml xml = new Xml()
                .open(
                        "premis:premis",
                        "xmlns:premis",
                        "http://www.loc.gov/premis/v3",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "version",
                        "3.0");
        data.forEach(file -> object(xml, file));
        xml.open("premis:event");
        identifier(xml, "event", head.id() + "-packaging");
        xml.text("premis:eventType", "information package creation");
        xml.text("premis:eventDateTime", head.created().toString());
        xml.open("premis:linkingAgentIdentifier")
                .text("premis:linkingAgentIdentifierType", UUID)
                .text("premis:linkingAgentIdentifierValue", head.software())
                .close();
        xml.close();
        xml.open("premis:agent");
        identifier(xml, "agent", head.software());
        xml.text("premis:agentName", head.software())
                .text("premis:agentType", "software")
                .text("premis:agentVersion", head.version());
        return xml.close().close().whole();
    }

    private static void object(Xml xml, PackagedFile file) {
        xml.open("premis:object", "xsi:type", "premis:file");
        identifier(xml, "object", file.path());
        xml.open("premis:objectCharacteristics");
        xml.open("premis:fixity")
                .text("premis:messageDigestAlgorithm", "SHA-256")
                .text("premis:messageDigest", file.sha256())
                .close();
        xml.text("premis:size", String.valueOf(file.size()));
        xml.open("premis:format").open("premis:formatDesignation").text("premis:formatName", file.mimetype());
        xml.close().close().close();
        xml.text("premis:originalName", file.path());
        xml.close();
    }

    private static void identifier(Xml xml, String of, String value) {
        xml.open("premis:" + of + "Identifier")
                .text("premis:" + of + "IdentifierType", UUID)
                .text("premis:" + of + "IdentifierValue", value)
                .close();
    }
}

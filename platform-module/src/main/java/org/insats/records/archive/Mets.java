package org.insats.records.archive;

import java.util.List;
import org.insats.records.archive.PackageWriter.PackageHead;

/** METS of a package and of its representation, by E-ARK CSIP and SIP 2.1. */
final class Mets {

    private static final String CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    private static final String SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS";
    private static final String PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";

    private Mets() {}

    static String root(PackageHead head, List<PackagedFile> files, PackagedFile premis, PackagedFile representation) {
        Xml xml = begun(head, head.id(), head.label());
        int number = 0;
        for (PackagedFile file : files) {
            if (file.path().startsWith("metadata/descriptive/")) {
                number++;
                xml.open(
                        "dmdSec",
                        "ID",
                        "dmd-" + number,
                        "CREATED",
                        head.created().toString(),
                        "STATUS",
                        "CURRENT");
                reference(xml, head, file, "OTHER", "OTHERMDTYPE", "INSATS").close();
            }
        }
        xml.open("amdSec", "ID", "amd-1");
        xml.open("digiprovMD", "ID", "digiprov-1", "CREATED", head.created().toString(), "STATUS", "CURRENT");
        reference(xml, head, premis, "PREMIS").close().close();
        xml.open("fileSec", "ID", "files-1");
        group(
                xml,
                head,
                "Documentation",
                files.stream()
                        .filter(file -> file.path().startsWith("documentation/"))
                        .toList());
        group(xml, head, "Representations/rep1", List.of(representation));
        xml.close();
        xml.open("structMap", "ID", "struct-1", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", "div-0", "LABEL", head.id());
        xml.empty("div", "ID", "div-metadata", "LABEL", "Metadata", "ADMID", "digiprov-1", "DMDID", "dmd-1");
        pointed(xml, "Documentation", "group-Documentation");
        xml.open("div", "ID", "div-rep1", "LABEL", "Representations/rep1");
        xml.empty(
                "mptr",
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                representation.path(),
                "xlink:title",
                "group-Representations-rep1");
        return xml.close().close().close().close().whole();
    }

    static String representation(PackageHead head, List<PackagedFile> data) {
        Xml xml = begun(head, "rep1", head.label());
        xml.open("fileSec", "ID", "rep1-files");
        group(
                xml,
                head,
                "Data",
                data.stream()
                        .map(file -> new PackagedFile(
                                file.path().substring("representations/rep1/".length()),
                                file.mimetype(),
                                file.size(),
                                file.sha256()))
                        .toList());
        xml.close();
        xml.open("structMap", "ID", "rep1-struct", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", "rep1-div", "LABEL", "rep1");
        pointed(xml, "Data", "group-Data");
        return xml.close().close().close().whole();
    }

    private static Xml begun(PackageHead head, String id, String label) {
        Xml xml = new Xml()
                .open(
                        "mets",
                        "xmlns",
                        "http://www.loc.gov/METS/",
                        "xmlns:xlink",
                        "http://www.w3.org/1999/xlink",
                        "xmlns:csip",
                        CSIP,
                        "xmlns:sip",
                        SIP,
                        "OBJID",
                        id,
                        "TYPE",
                        "Mixed",
                        "LABEL",
                        label,
                        "csip:CONTENTINFORMATIONTYPE",
                        "MIXED",
                        "PROFILE",
                        PROFILE);
        xml.open(
                "metsHdr",
                "CREATEDATE",
                head.created().toString(),
                "RECORDSTATUS",
                "NEW",
                "csip:OAISPACKAGETYPE",
                "SIP");
        xml.open("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE")
                .text("name", head.software())
                .text("note", head.version(), "csip:NOTETYPE", "SOFTWARE VERSION")
                .close();
        xml.open("agent", "ROLE", "ARCHIVIST", "TYPE", "ORGANIZATION")
                .text("name", head.organisation())
                .text("note", head.organisation(), "csip:NOTETYPE", "IDENTIFICATIONCODE")
                .close();
        xml.open("agent", "ROLE", "OTHER", "OTHERROLE", "SUBMITTER", "TYPE", "ORGANIZATION")
                .text("name", head.organisation())
                .text("note", head.organisation(), "csip:NOTETYPE", "IDENTIFICATIONCODE")
                .close();
        return xml.close();
    }

    private static Xml reference(Xml xml, PackageHead head, PackagedFile file, String type, String... more) {
        String[] attributes = {
            "LOCTYPE", "URL",
            "xlink:type", "simple",
            "xlink:href", file.path(),
            "MDTYPE", type,
            "MIMETYPE", file.mimetype(),
            "SIZE", String.valueOf(file.size()),
            "CREATED", head.created().toString(),
            "CHECKSUM", file.sha256(),
            "CHECKSUMTYPE", "SHA-256"
        };
        xml.open("mdRef", joined(attributes, more)).close();
        return xml;
    }

    private static String[] joined(String[] one, String... more) {
        String[] all = new String[one.length + more.length];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(more, 0, all, one.length, more.length);
        return all;
    }

    private static void group(Xml xml, PackageHead head, String use, List<PackagedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        xml.open("fileGrp", "ID", "group-" + use.replace('/', '-'), "USE", use);
        for (PackagedFile file : files) {
            xml.open(
                    "file",
                    "ID",
                    file.id(),
                    "MIMETYPE",
                    file.mimetype(),
                    "SIZE",
                    String.valueOf(file.size()),
                    "CREATED",
                    head.created().toString(),
                    "CHECKSUM",
                    file.sha256(),
                    "CHECKSUMTYPE",
                    "SHA-256");
            xml.empty("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", file.path());
            xml.close();
        }
        xml.close();
    }

    private static void pointed(Xml xml, String label, String group) {
        xml.open("div", "ID", "div-" + label, "LABEL", label)
                .empty("fptr", "FILEID", group)
                .close();
    }
}

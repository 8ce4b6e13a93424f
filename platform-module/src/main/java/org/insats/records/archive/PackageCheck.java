package org.insats.records.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Checks a package as the archive does: the rules of E-ARK CSIP and SIP 2.1 that concern what we write, every checksum, and that nothing
 * is left out of METS and PREMIS or named there and missing. The profile's schemas are not on any package registry, so the rules stand
 * here as code.
 */
public final class PackageCheck {

    private static final int LARGEST_XML = 64 * 1024 * 1024;
    private static final String ROOT = "METS.xml";
    private static final String REPRESENTATION = "representations/rep1/";
    private static final String PREMIS = "metadata/preservation/premis.xml";
    private static final Set<String> KINDS = Set.of(ROOT, REPRESENTATION + ROOT, PREMIS);

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Found> files = new HashMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private String folder = "";

    private record Found(long size, String sha256) {}

    private PackageCheck() {}

    /** What is wrong with a package; empty where nothing is. */
    public static List<String> check(InputStream zip) throws IOException {
        PackageCheck check = new PackageCheck();
        check.read(zip);
        check.judge();
        return List.copyOf(check.findings);
    }

    private void read(InputStream in) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        ZipEntry entry = zip.getNextEntry();
        while (entry != null) {
            String name = entry.getName();
            require(name.indexOf('/') > 0, "CSIPSTR1 one folder holds all: " + name);
            String top = name.substring(0, Math.max(0, name.indexOf('/')));
            require(folder.isEmpty() || folder.equals(top), "CSIPSTR1 one folder holds all: " + name);
            folder = top;
            one(name.substring(name.indexOf('/') + 1), zip);
            entry = zip.getNextEntry();
        }
    }

    private void one(String path, InputStream content) throws IOException {
        MessageDigest digest = PackageWriter.sha256();
        long size = 0;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int read = content.read(buffer);
        while (read >= 0) {
            digest.update(buffer, 0, read);
            size += read;
            if (KINDS.contains(path) && size < LARGEST_XML) {
                kept.write(buffer, 0, read);
            }
            read = content.read(buffer);
        }
        require(
                files.put(path, new Found(size, HexFormat.of().formatHex(digest.digest()))) == null,
                "twice in the package: " + path);
        if (KINDS.contains(path)) {
            parse(path, kept.toByteArray());
        }
    }

    private void parse(String path, byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            documents.put(path, factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            findings.add("not well-formed: " + path);
        }
    }

    private void judge() {
        for (String needed : KINDS) {
            require(documents.containsKey(needed), "missing: " + needed);
        }
        if (!findings.isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>(Set.of(ROOT));
        mets(documents.get(ROOT), "", named);
        mets(documents.get(REPRESENTATION + ROOT), REPRESENTATION, named);
        require(
                folder.equals(documents.get(ROOT).getDocumentElement().getAttribute("OBJID")),
                "CSIP1 OBJID is the folder");
        files.keySet().stream()
                .filter(path -> !named.contains(path))
                .forEach(path -> findings.add("CSIPSTR16 not in METS: " + path));
        premis(documents.get(PREMIS));
        sections(documents.get(ROOT));
    }

    private void mets(Document document, String base, Set<String> named) {
        Element mets = document.getDocumentElement();
        for (String attribute : List.of("OBJID", "TYPE", "PROFILE", "csip:CONTENTINFORMATIONTYPE")) {
            require(!mets.getAttribute(attribute).isBlank(), "CSIP1-CSIP6 " + base + ROOT + " lacks " + attribute);
        }
        Element header = first(mets, "metsHdr");
        require(header != null && !header.getAttribute("CREATEDATE").isBlank(), "CSIP7 creation date");
        require(header != null && "SIP".equals(header.getAttribute("csip:OAISPACKAGETYPE")), "CSIP9 package type");
        require(header != null && agents(header), "CSIP10-CSIP16, SIP4-SIP9 agents");
        for (String element : List.of("mdRef", "file")) {
            for (Element each : all(mets, element)) {
                Element place = element.equals("file") ? first(each, "FLocat") : each;
                named(base, each, place, named);
            }
        }
    }

    private static boolean agents(Element header) {
        boolean software = false;
        boolean archivist = false;
        boolean submitter = false;
        for (Element agent : all(header, "agent")) {
            String role = agent.getAttribute("ROLE");
            software |=
                    role.equals("CREATOR") && agent.getAttribute("OTHERTYPE").equals("SOFTWARE");
            archivist |= role.equals("ARCHIVIST");
            submitter |= agent.getAttribute("OTHERROLE").equals("SUBMITTER");
        }
        return software && archivist && submitter;
    }

    private void named(String base, Element each, Element place, Set<String> named) {
        String path = base + (place == null ? "" : place.getAttribute("xlink:href"));
        named.add(path);
        Found found = files.get(path);
        require(found != null, "CSIP named and missing: " + path);
        if (found != null) {
            require(each.getAttribute("CHECKSUM").equals(found.sha256()), "CSIP checksum: " + path);
            require(each.getAttribute("SIZE").equals(String.valueOf(found.size())), "CSIP size: " + path);
            require(each.getAttribute("CHECKSUMTYPE").equals("SHA-256"), "CSIP checksum type: " + path);
            require(!each.getAttribute("MIMETYPE").isBlank(), "CSIP media type: " + path);
        }
    }

    private void sections(Document root) {
        Set<String> labels = new HashSet<>();
        all(root.getDocumentElement(), "div").forEach(div -> labels.add(div.getAttribute("LABEL")));
        for (String label : List.of("Metadata", "Documentation", "Representations/rep1")) {
            require(labels.contains(label), "CSIP80-CSIP105 the structure lacks " + label);
        }
        require(!all(root.getDocumentElement(), "mptr").isEmpty(), "CSIP109 pointer to the representation");
        require(!all(root.getDocumentElement(), "digiprovMD").isEmpty(), "CSIP31 preservation metadata");
        require(!all(root.getDocumentElement(), "dmdSec").isEmpty(), "CSIP17 descriptive metadata");
    }

    private void premis(Document premis) {
        Map<String, String> hashes = new HashMap<>();
        for (Element object : all(premis.getDocumentElement(), "premis:object")) {
            hashes.put(text(object, "premis:objectIdentifierValue"), text(object, "premis:messageDigest"));
        }
        files.forEach((path, found) -> {
            if (path.startsWith(PackageWriter.DATA)) {
                require(found.sha256().equals(hashes.get(path)), "PREMIS fixity: " + path);
            }
        });
        hashes.keySet().forEach(path -> require(files.containsKey(path), "PREMIS names what is missing: " + path));
        require(!all(premis.getDocumentElement(), "premis:event").isEmpty(), "PREMIS event");
        require(!all(premis.getDocumentElement(), "premis:agent").isEmpty(), "PREMIS agent");
    }

    private static String text(Element in, String name) {
        Element found = first(in, name);
        return found == null ? "" : found.getTextContent();
    }

    private static Element first(Element in, String name) {
        List<Element> found = all(in, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            findings.add(rule);
        }
    }
}

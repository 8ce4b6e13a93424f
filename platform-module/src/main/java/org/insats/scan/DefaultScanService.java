package org.insats.scan;

import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.insats.platform.ServicePerson;
import org.insats.print.PrintCode;

/** {@link ScanService} on the register, the case documents and the content store. */
final class DefaultScanService implements ScanService {

    private static final String REGISTRARS = "GROUP_INSATS_REGISTRAR";
    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> IMPORTER_REASONS = Set.of(
            "EMPTY",
            "UNREADABLE",
            "ENCRYPTED",
            "TOO_LARGE",
            "NO_CODE",
            "DAMAGED_CODE",
            "SEVERAL_FORMS",
            "PAGES_MISSING",
            "TOO_SLOW",
            "ACTIVE_CONTENT",
            "EXTRA_PAGES",
            "CONFLICT",
            "ANSWER_UNCLEAR",
            "ANSWER_NO");

    private final ScanRegister register;
    private final SignedCopies signedCopies;
    private final ScannedBytes bytes;
    private final ContentService contentService;
    private final AuthorityService authorityService;
    private final ServicePerson servicePerson;
    private final DroppedFiles droppedFiles;

    DefaultScanService(
            ScanRegister register,
            SignedCopies signedCopies,
            ScannedBytes bytes,
            ContentService contentService,
            AuthorityService authorityService,
            ServicePerson servicePerson,
            DroppedFiles droppedFiles) {
        this.droppedFiles = droppedFiles;
        this.register = register;
        this.signedCopies = signedCopies;
        this.bytes = bytes;
        this.contentService = contentService;
        this.authorityService = authorityService;
        this.servicePerson = servicePerson;
    }

    @Override
    public Receipt receive(ScannedFile file) {
        if (!CHECKSUM.matcher(file.sha256()).matches()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "SCAN-CHECKSUM")
                    .onField("sha256")
                    .violation();
        }
        return asRegistrar(user -> register.find(file.sha256())
                .map(known -> new Receipt(
                        Receipt.Outcome.DUPLICATE, Optional.empty(), known.getId(), Optional.empty(), file.sha256()))
                .orElseGet(() -> take(file, user)));
    }

    private Receipt take(ScannedFile file, String user) {
        NodeRef entry = register.add(file, user);
        Document document;
        try {
            document = expected(file, entry);
        } catch (RuleViolation notCertain) {
            return toQueue(file, entry, notCertain.refusal());
        }
        bytes.store(file, document.node());
        file.searchable().ifPresent(copy -> bytes.storeBeside(document.node(), ScanModel.SEARCHABLE_COPY, PDF, copy));
        return filed(entry, document, user, Optional.empty());
    }

    private Document expected(ScannedFile file, NodeRef entry) {
        if (file.reason().isPresent()) {
            String reason = IMPORTER_REASONS.contains(file.reason().get())
                    ? file.reason().get()
                    : "UNREADABLE";
            throw Refusal.rule("SCAN-" + reason).violation();
        }
        String text = file.code().orElseThrow(() -> Refusal.rule("SCAN-NO_CODE").violation());
        PrintCode code = PrintCode.parse(text)
                .orElseThrow(() -> Refusal.rule("SCAN-DAMAGED_CODE").violation());
        if (code.isBlank()) {
            throw Refusal.rule("SCAN-BLANK_FORM").violation();
        }
        if (register.isFiledAlready(code.documentName(), file.reading().fingerprint())) {
            throw Refusal.rule("SCAN-SAME_PAPER").violation();
        }
        Document document = signedCopies.expected(code);
        paperDate(register.properties(entry)).ifPresent(date -> signedCopies.check(date, document));
        return document;
    }

    private Receipt toQueue(ScannedFile file, NodeRef entry, Refusal why) {
        bytes.store(file, entry);
        file.preview().ifPresent(picture -> bytes.storeBeside(entry, ScanModel.PREVIEW, JPEG, picture));
        file.searchable().ifPresent(copy -> bytes.storeBeside(entry, ScanModel.SEARCHABLE, PDF, copy));
        register.waits(entry, why.id());
        return new Receipt(
                Receipt.Outcome.QUEUED, Optional.empty(), entry.getId(), Optional.of(why.id()), file.sha256());
    }

    private Receipt filed(NodeRef entry, Document document, String user, Optional<LocalDate> givenDate) {
        Map<QName, Serializable> properties = register.properties(entry);
        Optional<LocalDate> paperDate = givenDate.or(() -> paperDate(properties));
        paperDate.ifPresent(date -> properties.put(ScanModel.PAPER_DATE, LawDate.toStored(date)));
        signedCopies.mark(document, entry, properties);
        signedCopies.received(document, paperDate);
        register.filed(entry, document.id(), user);
        return new Receipt(
                Receipt.Outcome.FILED,
                Optional.of(document.id()),
                entry.getId(),
                Optional.empty(),
                text(properties, ScanModel.SHA256));
    }

    private static Optional<LocalDate> paperDate(Map<QName, Serializable> properties) {
        return properties.get(ScanModel.PAPER_DATE) instanceof Date read
                ? Optional.of(LawDate.fromStored(read))
                : Optional.empty();
    }

    @Override
    public List<QueuedScan> queue(Optional<String> after, int size) {
        return asRegistrar(
                user -> register.waiting(after, size).stream().map(this::queued).toList());
    }

    private QueuedScan queued(NodeRef entry) {
        Map<QName, Serializable> properties = register.properties(entry);
        String reasonId = text(properties, ScanModel.REASON_ID);
        ContentData content = (ContentData) properties.get(ContentModel.PROP_CONTENT);
        return new QueuedScan(
                entry.getId(),
                text(properties, ScanModel.SHA256),
                properties.get(ScanModel.RECEIVED_AT) instanceof Date at ? at.toInstant() : Instant.EPOCH,
                properties.get(ScanModel.PAGES) instanceof Integer pages ? pages : 0,
                content == null ? "" : content.getMimetype(),
                content == null ? 0 : content.getSize(),
                reasonId,
                Refusal.rule(reasonId.replaceFirst("^INS-", "")).message(),
                PrintCode.parse(text(properties, ScanModel.CODE))
                        .map(DefaultScanService::target)
                        .orElse(text(properties, ScanModel.GUESS)),
                properties.get(ScanModel.PREVIEW) != null,
                paperDate(properties).map(LocalDate::toString).orElse(""),
                text(properties, ScanModel.FIELDS).isEmpty() ? "[]" : text(properties, ScanModel.FIELDS));
    }

    private static String target(PrintCode code) {
        if (!code.isBlank()) {
            return code.documentName();
        }
        return code.hasCase() ? code.caseNumber() : "";
    }

    @Override
    public byte[] preview(String queueId) {
        return asRegistrar(user -> bytes.read(register.waiting(queueId), ScanModel.PREVIEW));
    }

    @Override
    public byte[] searchable(String documentId) {
        return bytes.read(signedCopies.readable(documentId), ScanModel.SEARCHABLE_COPY);
    }

    @Override
    public String dropFolder() {
        return asRegistrar(user -> droppedFiles.folder().getId());
    }

    @Override
    public List<DroppedFile> dropped() {
        return asRegistrar(user -> droppedFiles.list());
    }

    @Override
    public byte[] droppedContent(String id) {
        return asRegistrar(user -> bytes.read(droppedFiles.get(id), ContentModel.PROP_CONTENT));
    }

    @Override
    public void taken(String id) {
        asRegistrar(user -> {
            NodeRef file = droppedFiles.get(id);
            if (!register.hasBatch(bytes.readBack(file))) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "SCAN-NOT_TAKEN").violation();
            }
            droppedFiles.remove(file);
            return id;
        });
    }

    @Override
    public Receipt fileInDocument(String queueId, String documentName, Optional<LocalDate> paperDate) {
        return asRegistrar(user -> fileWaiting(queueId, () -> signedCopies.named(documentName), paperDate, user));
    }

    @Override
    public Receipt fileInCase(String queueId, String caseNumber, Optional<LocalDate> paperDate) {
        return asRegistrar(user -> fileWaiting(queueId, () -> signedCopies.incoming(caseNumber), paperDate, user));
    }

    private Receipt fileWaiting(String queueId, Supplier<Document> target, Optional<LocalDate> paperDate, String user) {
        NodeRef entry = register.waiting(queueId);
        Document document = target.get();
        paperDate.ifPresent(date -> signedCopies.check(date, document));
        Map<QName, Serializable> properties = register.properties(entry);
        Supplier<InputStream> content =
                () -> contentService.getReader(entry, ContentModel.PROP_CONTENT).getContentInputStream();
        bytes.store(
                new ScannedFile(text(properties, ScanModel.SHA256), 0, Optional.empty(), Optional.empty(), content),
                document.node());
        if (properties.get(ScanModel.SEARCHABLE) != null) {
            bytes.storeBeside(document.node(), ScanModel.SEARCHABLE_COPY, PDF, () -> contentService
                    .getReader(entry, ScanModel.SEARCHABLE)
                    .getContentInputStream());
        }
        return filed(entry, document, user, paperDate);
    }

    @Override
    public void dismiss(String queueId, String reason) {
        if (reason.isBlank()) {
            throw Refusal.rule("SCAN-REASON").onField("reason").violation();
        }
        asRegistrar(user -> {
            register.dismissed(register.waiting(queueId), reason, user);
            return queueId;
        });
    }

    private <T> T asRegistrar(java.util.function.Function<String, T> work) {
        String user = AuthenticationUtil.getFullyAuthenticatedUser();
        boolean may = authorityService.hasAdminAuthority()
                || authorityService.getAuthoritiesForUser(user).contains(REGISTRARS);
        if (!may) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "SCAN-ROLE").violation();
        }
        return servicePerson.elevated(() -> work.apply(user));
    }

    private static String text(Map<QName, Serializable> properties, QName name) {
        Serializable value = properties.get(name);
        return value == null ? "" : value.toString();
    }
}

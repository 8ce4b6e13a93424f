package org.insats.scan;

import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
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
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.insats.platform.ServicePerson;
import org.insats.print.PrintCode;

/** {@link ScanService} on the register, the case documents and the content store. */
final class DefaultScanService implements ScanService {

    private static final String REGISTRARS = "GROUP_INSATS_REGISTRAR";
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> IMPORTER_REASONS = Set.of(
            "EMPTY",
            "UNREADABLE",
            "ENCRYPTED",
            "TOO_LARGE",
            "NO_CODE",
            "DAMAGED_CODE",
            "SEVERAL_FORMS",
            "PAGES_MISSING");

    private final ScanRegister register;
    private final SignedCopies signedCopies;
    private final ScannedBytes bytes;
    private final ContentService contentService;
    private final AuthorityService authorityService;
    private final ServicePerson servicePerson;

    DefaultScanService(
            ScanRegister register,
            SignedCopies signedCopies,
            ScannedBytes bytes,
            ContentService contentService,
            AuthorityService authorityService,
            ServicePerson servicePerson) {
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
                .map(known -> new Receipt(Receipt.Outcome.DUPLICATE, Optional.empty(), known.getId(), Optional.empty()))
                .orElseGet(() -> take(file, user)));
    }

    private Receipt take(ScannedFile file, String user) {
        NodeRef entry = register.add(file, user);
        Document document;
        try {
            document = expected(file);
        } catch (RuleViolation notCertain) {
            return toQueue(file, entry, notCertain.refusal());
        }
        bytes.store(file, document.node());
        return filed(entry, document, user);
    }

    private Document expected(ScannedFile file) {
        if (file.reason().isPresent()) {
            String reason = IMPORTER_REASONS.contains(file.reason().get())
                    ? file.reason().get()
                    : "UNREADABLE";
            throw Refusal.rule("SCAN-" + reason).violation();
        }
        String code = file.code().orElseThrow(() -> Refusal.rule("SCAN-NO_CODE").violation());
        return signedCopies.expected(PrintCode.parse(code)
                .orElseThrow(() -> Refusal.rule("SCAN-DAMAGED_CODE").violation()));
    }

    private Receipt toQueue(ScannedFile file, NodeRef entry, Refusal why) {
        bytes.store(file, entry);
        register.waits(entry, why.id());
        return new Receipt(Receipt.Outcome.QUEUED, Optional.empty(), entry.getId(), Optional.of(why.id()));
    }

    private Receipt filed(NodeRef entry, Document document, String user) {
        signedCopies.mark(document, entry, register.properties(entry));
        signedCopies.received(document);
        register.filed(entry, document.id(), user);
        return new Receipt(Receipt.Outcome.FILED, Optional.of(document.id()), entry.getId(), Optional.empty());
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
                        .map(PrintCode::documentName)
                        .orElse(""));
    }

    @Override
    public Receipt fileInDocument(String queueId, String documentName) {
        return asRegistrar(user -> fileWaiting(queueId, () -> signedCopies.named(documentName), user));
    }

    @Override
    public Receipt fileInCase(String queueId, String caseNumber) {
        return asRegistrar(user -> fileWaiting(queueId, () -> signedCopies.incoming(caseNumber), user));
    }

    private Receipt fileWaiting(String queueId, Supplier<Document> target, String user) {
        NodeRef entry = register.waiting(queueId);
        Document document = target.get();
        Map<QName, Serializable> properties = register.properties(entry);
        Supplier<InputStream> content =
                () -> contentService.getReader(entry, ContentModel.PROP_CONTENT).getContentInputStream();
        bytes.store(
                new ScannedFile(text(properties, ScanModel.SHA256), 0, Optional.empty(), Optional.empty(), content),
                document.node());
        return filed(entry, document, user);
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

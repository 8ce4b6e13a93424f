package org.insats.scan.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.Receipt;
import org.insats.scan.ScanService;
import org.insats.scan.ScannedFile;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.servlet.FormData;
import org.springframework.extensions.webscripts.servlet.FormData.FormField;

/** {@code POST insats/v1/scans}: a scanned file as {@code multipart/form-data} with its checksum. */
public final class ReceiveScan extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public ReceiveScan(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected JsonNode readBody(WebScriptRequest request) {
        return support().mapper().createObjectNode();
    }

    @Override
    protected Object handle(JsonRequest request) {
        FormData form = request.form().orElseThrow(() -> missing("file"));
        Receipt receipt = scans.receive(new ScannedFile(
                value(form, "sha256").orElseThrow(() -> missing("sha256")),
                pages(form),
                value(form, "code"),
                value(form, "reason"),
                file(form)::getInputStream));
        return receipt.outcome() == Receipt.Outcome.DUPLICATE ? Reply.Json.ok(receipt) : Reply.Json.created(receipt);
    }

    private static FormField file(FormData form) {
        return Arrays.stream(form.getFields())
                .filter(field -> field.getIsFile() && field.getName().equals("file"))
                .findFirst()
                .orElseThrow(() -> missing("file"));
    }

    private static int pages(FormData form) {
        String pages = value(form, "pages").orElse("0");
        if (!pages.matches("\\d{1,6}")) {
            throw missing("pages");
        }
        return Integer.parseInt(pages);
    }

    private static Optional<String> value(FormData form, String name) {
        return Arrays.stream(form.getFields())
                .filter(field -> !field.getIsFile() && field.getName().equals(name))
                .map(field -> field.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static RuleViolation missing(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "SCAN-FIELD", field)
                .onField(field)
                .violation();
    }
}

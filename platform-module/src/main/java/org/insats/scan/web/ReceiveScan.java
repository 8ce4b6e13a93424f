package org.insats.scan.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.Receipt;
import org.insats.scan.ScanReading;
import org.insats.scan.ScanService;
import org.insats.scan.ScannedFile;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.servlet.FormData;
import org.springframework.extensions.webscripts.servlet.FormData.FormField;

/** {@code POST insats/v1/scans}: a scanned file as {@code multipart/form-data} with its checksum. */
public final class ReceiveScan extends JsonWebScript {

    private static final int LONGEST_FIELDS = 20_000;

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
                file(form, "file").orElseThrow(() -> missing("file"))::getInputStream,
                reading(form),
                file(form, "preview").map(field -> field::getInputStream),
                file(form, "searchable").map(field -> field::getInputStream)));
        return receipt.outcome() == Receipt.Outcome.DUPLICATE ? Reply.Json.ok(receipt) : Reply.Json.created(receipt);
    }

    private ScanReading reading(FormData form) {
        return new ScanReading(
                matching(form, "batch", "[0-9a-f]{64}").orElse(""),
                matching(form, "batchPages", "[0-9,]{1,2000}").orElse(""),
                matching(form, "fingerprint", "[0-9a-f]{1,2000}").orElse(""),
                fields(form),
                matching(form, "guess", "\\d{4}-\\d{6}(-[A-Z]{3}-\\d{2,4})?"),
                matching(form, "paperDay", "[01]\\d-[0-3]\\d").map(ReceiveScan::monthDay));
    }

    private static MonthDay monthDay(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeParseException none) {
            throw missing("paperDay");
        }
    }

    private static Optional<String> matching(FormData form, String name, String pattern) {
        return value(form, name).map(value -> {
            if (!value.matches(pattern)) {
                throw missing(name);
            }
            return value;
        });
    }

    /** What was read, as the importer wrote it; only that it is a short JSON list is checked, nobody but people goes by it. */
    private String fields(FormData form) {
        String fields = value(form, "fields").orElse("[]");
        try {
            if (fields.length() <= LONGEST_FIELDS
                    && support().mapper().readTree(fields).isArray()) {
                return fields;
            }
        } catch (JsonProcessingException malformed) {
            throw missing("fields");
        }
        throw missing("fields");
    }

    /**
     * A day as {@code yyyy-mm-dd}; empty for an empty text.
     *
     * @throws RuleViolation {@code INS-SCAN-FIELD} when it is none
     */
    static Optional<LocalDate> paperDate(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(LawDate.parse(text.strip()).orElseThrow(() -> missing("paperDate")));
    }

    private static Optional<FormField> file(FormData form, String name) {
        return Arrays.stream(form.getFields())
                .filter(field -> field.getIsFile() && field.getName().equals(name))
                .findFirst();
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

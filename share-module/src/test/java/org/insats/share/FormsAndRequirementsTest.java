package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insats.share.ShareForms.Form;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/requirements/2-documents.md} makes mandatory is on the form of its document, under the label that the requirements
 * give it.
 */
class FormsAndRequirementsTest {

    private static final Path REQUIREMENTS = Path.of("../docs/requirements/2-documents.md");
    private static final Path SWEDISH =
            ShareForms.RESOURCES.resolve("alfresco/web-extension/messages/insats-share_sv.properties");
    private static final Pattern ROW =
            Pattern.compile("\\| ((DOC-[A-Z]+(?:-OC)?)-\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|.*");

    private static final Map<String, String> TYPE_OF_SECTION = Map.ofEntries(
            Map.entry("DOC-DBA", "insdec:decisionBasis"),
            Map.entry("DOC-DEC", "insdec:decision"),
            Map.entry("DOC-ASG", "insasg:assignment"),
            Map.entry("DOC-ORD", "insord:order"),
            Map.entry("DOC-MTG", "insmtg:meeting"),
            Map.entry("DOC-IMP", "inspln:implementationPlan"),
            Map.entry("DOC-IMP-OC", "inspln:implementationPlan"),
            Map.entry("DOC-FUP", "insfup:followUp"),
            Map.entry("DOC-END", "insend:ending"),
            Map.entry("DOC-JRN", "ins:journalNote"),
            Map.entry("DOC-CPL", "inspln:carePlan"),
            Map.entry("DOC-REF", "insord:referral"),
            Map.entry("DOC-CHT", "insfup:childTalk"),
            Map.entry("DOC-RPT", "insfup:contractorReport"),
            Map.entry("DOC-COL", "insfup:cooperation"),
            Map.entry("DOC-IVG", "insdec:investigation"),
            Map.entry("DOC-SUM", "insmtg:investigationSummary"),
            Map.entry("DOC-AGR", "insagr:agreement"),
            Map.entry("DOC-ENR", "insagr:enrolmentNotice"),
            Map.entry("DOC-MEA", "insagr:allowanceRecord"),
            Map.entry("DOC-INV", "insctr:contractorInvestigation"),
            Map.entry("DOC-CMP", "inscmp:complaint"),
            Map.entry("DOC-PER", "ins:person"));

    // A field that the requirements list with one document and that is kept in another.
    private static final Map<String, String> OTHER_FORM = Map.of("DOC-CMP-09", "inscmp:contractorFeedback");

    // Kept with the contractor, so of no client.
    private static final Set<String> OF_A_CONTRACTOR =
            Set.of("insagr:agreement", "insctr:contractorInvestigation", "inscmp:complaint");

    // Where one field of the requirements is another on the form: a shared one, one of several, or a clash of names.
    private static final Map<String, String> OTHER_NAME = Map.ofEntries(
            Map.entry("DOC-PER-01", "personName"),
            Map.entry("DOC-CPL-02", "goals"),
            Map.entry("DOC-COL-01", "cooperationKind"),
            Map.entry("DOC-ENR-02", "clientRef"),
            Map.entry("DOC-SUM-03", "summaryConsent"),
            Map.entry("DOC-JRN-01", "noteDate"),
            Map.entry("DOC-JRN-04", "noteText"),
            Map.entry("DOC-ORD-24", "status"),
            Map.entry("DOC-ORD-25", "executionCheckDate"),
            Map.entry("DOC-DEC-08", "decisionBasisRef"),
            Map.entry("DOC-ASG-04", "personNeeds"),
            Map.entry("DOC-ASG-05", "personNeeds"),
            Map.entry("DOC-FUP-11", "goalResult"),
            Map.entry("DOC-END-01", "interventionRef"));

    private final List<Form> forms;

    FormsAndRequirementsTest() throws Exception {
        forms = ShareForms.forms();
    }

    private record Row(String id, String section, List<String> fields, String label, boolean mandatory) {}

    @Test
    void everyMandatoryFieldIsOnItsForm() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Row row : rows()) {
            Form form = form(typeOf(row));
            row.fields().stream()
                    .filter(field -> row.mandatory())
                    .map(field -> OTHER_NAME.getOrDefault(row.id(), field))
                    .filter(field -> form.shown().stream().noneMatch(id -> id.endsWith(":" + field)))
                    .forEach(field -> missing.add(row.id() + " " + field));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDocumentShowsTheCommonFields() throws Exception {
        for (String type : TYPE_OF_SECTION.values()) {
            if (!type.equals("ins:person")) {
                assertThat(form(type).shown().contains("ins:clientRef"))
                        .as(type)
                        .isNotEqualTo(OF_A_CONTRACTOR.contains(type));
                assertThat(form(type).shown())
                        .as(type)
                        .contains(
                                "ins:caseNumber",
                                "ins:author",
                                "ins:documentDate",
                                "ins:documentResponsible",
                                "ins:status");
            }
        }
    }

    @Test
    void aFieldIsCalledWhatTheRequirementsCallIt() throws Exception {
        Properties swedish = swedish();
        List<String> otherwise = new ArrayList<>();
        int compared = 0;
        for (Row row : rows()) {
            Form form = form(typeOf(row));
            for (String field : row.fields()) {
                String label = form.fields().stream()
                        .filter(each -> each.id().endsWith(":" + field))
                        .flatMap(each -> each.label().stream())
                        .map(swedish::getProperty)
                        .findFirst()
                        .orElse(row.label());
                compared++;
                if (!isNamed(label, row.label())) {
                    otherwise.add(row.id() + ": " + label + ", not " + row.label());
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(otherwise)
                .as("labels that differ on purpose: shared fields, and a date among several dates")
                .containsExactlyInAnyOrder(
                        "DOC-IMP-10: Delaktighet, not Hur barn/ungdom och föräldrar varit delaktiga",
                        "DOC-IMP-14: Reviderar, not Revidering",
                        "DOC-ASG-23: Reviderar, not Revidering",
                        "DOC-ASG-20: Skickad till, not Skickat till / datum",
                        "DOC-ASG-20: Skickad, not Skickat till / datum",
                        "DOC-JRN-02: Upprättad av, not Författare",
                        "DOC-END-13: Oro för barnet, not Bedömning av oro");
    }

    // "Datum och tid" is a "Datum", "Barn" is short for "Barn: namn och personnummer", one of "Inbjudna / Deltagare" is
    // either.
    private static boolean isNamed(String label, String required) {
        return List.of(required.split(" / ")).stream()
                .map(part -> part.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(part -> part.startsWith(label.toLowerCase(java.util.Locale.ROOT))
                        || label.toLowerCase(java.util.Locale.ROOT).contains(part));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(REQUIREMENTS).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> TYPE_OF_SECTION.containsKey(row.group(2)))
                .map(row -> new Row(
                        row.group(1),
                        row.group(2),
                        List.of(row.group(3).strip().split(" / ")),
                        row.group(4).strip(),
                        row.group(6).strip().startsWith("y")))
                .toList();
    }

    private static String typeOf(Row row) {
        return OTHER_FORM.getOrDefault(row.id(), TYPE_OF_SECTION.get(row.section()));
    }

    private Form form(String type) {
        return forms.stream()
                .filter(form ->
                        form.evaluator().equals("node-type") && form.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Properties swedish() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SWEDISH)) {
            properties.load(reader);
        }
        return properties;
    }
}

package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.share.ShareForms.Field;
import org.insats.share.ShareForms.Form;
import org.junit.jupiter.api.Test;

/** The shipped forms agree with the content models, and point at nothing that is not there. */
class ShareFormsTest {

    private static final Set<String> FIELDS_OF_SHARE = Set.of("message", "taskOwner", "transitions", "bpm:comment");
    private static final Set<String> ASPECT_FIELDS = Set.of("ins:sentAt", "ins:sentTo");
    private static final String STOCK = "/org/alfresco/components/form/controls/";
    private static final Set<String> STOCK_CONTROLS = Set.of("textarea.ftl", "textfield.ftl", "number.ftl", "info.ftl");
    private static final Pattern ONLY_WHEN = Pattern.compile("\"onlyWhen\">([\\w:]+)=([A-Z_,]+)<");
    private static final Path OWN_CONTROLS = ShareForms.RESOURCES.resolve("alfresco/web-extension/site-webscripts");

    @Test
    void everyFieldOfAFormExistsInTheModel() throws Exception {
        TreeMap<String, Set<String>> model = ShareForms.propertiesByType();
        for (Form form : ShareForms.forms()) {
            assertThat(model).as("type of %s", form).containsKey(form.type());
            assertThat(form.shown().stream().filter(id -> !FIELDS_OF_SHARE.contains(id) && !ASPECT_FIELDS.contains(id)))
                    .as(form.toString())
                    .isSubsetOf(model.get(form.type()));
        }
    }

    @Test
    void everyTypeAPersonMeetsHasItsForms() throws Exception {
        Set<String> made = Set.of(
                "insdec:decisionBasis",
                "insasg:assignment",
                "insdec:decision",
                "insord:order",
                "insmtg:meeting",
                "inspln:implementationPlan",
                "insfup:followUp",
                "insend:ending",
                "ins:journalNote",
                "ins:consent",
                "inspln:carePlan",
                "insord:referral",
                "insord:notice",
                "insord:sisForm",
                "insfup:childTalk",
                "insfup:contractorReport",
                "insfup:cooperation",
                "insext:extension",
                "insres:resourceAllocation",
                "insdec:investigation",
                "insmtg:investigationSummary",
                "insctr:contractorInvestigation",
                "insctr:contractorContact",
                "insagr:agreement",
                "insagr:enrolmentNotice",
                "insagr:allowanceRecord",
                "inscmp:complaint",
                "inscmp:contractorFeedback");
        Set<String> shown =
                Set.of("ins:caseFile", "ins:intervention", "ins:person", "ins:incomingDocument", "insscn:queuedScan");
        assertThat(typesOf("model-type")).containsExactlyInAnyOrderElementsOf(made);
        assertThat(typesOf("node-type")).containsAll(made).containsAll(shown);
    }

    @Test
    void everyTaskTypeHasAForm() throws Exception {
        Set<String> tasks = ShareForms.propertiesByType().keySet().stream()
                .filter(type ->
                        type.startsWith("inswf:") && type.endsWith("Task") && !type.equals("inswf:deadlineTask"))
                .collect(Collectors.toSet());
        assertThat(tasks).isNotEmpty();
        assertThat(typesOf("task-type")).containsExactlyInAnyOrderElementsOf(tasks);
    }

    private static Set<String> typesOf(String evaluator) throws Exception {
        return ShareForms.forms().stream()
                .filter(form -> form.evaluator().equals(evaluator))
                .map(Form::type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void aFormShowsEachFieldOnceAndDescribesWhatItShows() throws Exception {
        for (Form form : ShareForms.forms()) {
            assertThat(form.shown()).as(form.toString()).doesNotHaveDuplicates();
            assertThat(form.fields().stream().map(Field::id))
                    .as(form.toString())
                    .containsExactlyElementsOf(form.shown());
        }
    }

    @Test
    void everyControlIsAStockOneOrOneOfOurs() throws Exception {
        Set<String> templates = ShareForms.forms().stream()
                .flatMap(form -> form.fields().stream())
                .flatMap(field -> field.template().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(templates).allSatisfy(template -> {
            if (template.startsWith(STOCK)) {
                assertThat(STOCK_CONTROLS).contains(template.substring(STOCK.length()));
            } else {
                assertThat(OWN_CONTROLS.resolve(template.substring(1))).isRegularFile();
            }
        });
    }

    @Test
    void aFieldForSomeValuesOnlyNamesAFieldOfItsFormAndValuesOfIt() throws Exception {
        StringBuilder models = new StringBuilder();
        for (Path model : ShareForms.files(ShareForms.MODULE.resolve("model"), ".xml")) {
            models.append(Files.readString(model));
        }
        int found = 0;
        for (String config : Files.readString(ShareForms.CONFIG).split("</config>")) {
            Matcher condition = ONLY_WHEN.matcher(config);
            while (condition.find()) {
                found++;
                assertThat(config).contains("<show id=\"" + condition.group(1) + "\"");
                for (String value : condition.group(2).split(",")) {
                    assertThat(models).contains("<value>" + value + "</value>");
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void everyControlTemplateOfOursIsUsed() throws Exception {
        String config = Files.readString(ShareForms.CONFIG);
        List<String> unused = ShareForms.files(OWN_CONTROLS, ".ftl").stream()
                .map(path -> "/" + OWN_CONTROLS.relativize(path).toString().replace('\\', '/'))
                .filter(template -> !template.endsWith(".inc.ftl") && !config.contains(template))
                .toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void whatADraftMayLackIsMarkedButNeverBlocksSaving() throws Exception {
        String config = Files.readString(ShareForms.CONFIG);
        long marked = ShareForms.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::mandatory)
                .count();
        long open = Stream.of(config.split("\n"))
                .filter(line ->
                        line.contains("type=\"MANDATORY\" validation-handler=\"Alfresco.forms.validation.length\""))
                .count();
        assertThat(marked).isPositive().isEqualTo(open);
    }
}

package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What helps to fill in a document, by the routine of its case: the manual of the step (PRF-66), the codes of the municipality's
 * own system (PRF-67), the steps of its risk scale (DOC-ENUM-28), and what is better done otherwise without being refused.
 */
public final class FormGuidance {

    /** The field of follow-ups and endings that is judged on the risk scale. */
    public static final String RISK = "riskAssessment";

    private static final String MANUALS = "PRF-66";
    private static final String CODE_LISTS = "PRF-67";
    private static final String RISK_SCALE = "PRF-38";
    private static final String TEXTS = "insats.hint.";

    private final CaseRoutines routines;
    private final JsonFields json;
    private final Labels labels;
    private final int manyGoals;

    /**
     * Asks the routine of a document's case.
     *
     * @param manyGoals the most goals that pass without a hint (DOC-GOA-R1), 1 or more
     */
    public FormGuidance(CaseRoutines routines, JsonFields json, Labels labels, int manyGoals) {
        this.routines = routines;
        this.json = json;
        this.labels = labels;
        this.manyGoals = manyGoals;
    }

    /**
     * A value to choose.
     *
     * @param value what is stored
     * @param label what it is called
     */
    public record Choice(String value, String label) {}

    /**
     * Something that is better done otherwise.
     *
     * @param id the rule, for example {@code DOC-GOA-R1}
     * @param field the field that it is about
     * @param text what to do
     */
    public record Hint(String id, String field, String text) {}

    /** The manual of the step that a document belongs to; nothing until the municipality has said where it is. */
    public Optional<String> manual(Document document) {
        return document.kind()
                .step(document)
                .flatMap(step -> routines.of(document).entry(MANUALS, step))
                .map(Object::toString)
                .filter(link -> link.matches("https?://\\S+"));
    }

    /** The fields whose values the routine lists, with the values. */
    public Map<String, List<Choice>> choices(Document document, Locale language) {
        Map<String, List<Choice>> choices = choices(document.kind(), routines.of(document), language);
        document.kind()
                .listed(document, language)
                .forEach((field, values) -> choices.put(field.getLocalName(), values));
        return choices;
    }

    /** The same for a document of a case that is not written yet. */
    public Map<String, List<Choice>> choices(DocumentKind kind, CaseFile caseFile, Locale language) {
        return choices(kind, routines.of(caseFile.node(), Optional.empty()), language);
    }

    private static Map<String, List<Choice>> choices(DocumentKind kind, CaseRoutine routine, Locale language) {
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        kind.codeFields().forEach((field, list) -> {
            List<Choice> codes = codes(routine, list, language);
            if (!codes.isEmpty()) {
                choices.put(field.getLocalName(), codes);
            }
        });
        List<Choice> risk = riskScale(routine, language);
        if (!risk.isEmpty()) {
            choices.put(RISK, risk);
        }
        return choices;
    }

    /** The steps of the risk scale, lowest first, as the municipality calls them. */
    public List<Choice> riskScale(Document document, Locale language) {
        return riskScale(routines.of(document), language);
    }

    private static List<Choice> riskScale(CaseRoutine routine, Locale language) {
        Map<?, ?> names =
                routine.entry(RISK_SCALE, "labels").map(FormGuidance::map).orElse(Map.of());
        return routine.texts(RISK_SCALE, "levels").stream()
                .map(level -> new Choice(level, inLanguage(names.get(level), language, level)))
                .toList();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String inLanguage(Object texts, Locale language, String otherwise) {
        Map<?, ?> byLanguage = map(texts);
        Object text = byLanguage.get(language.getLanguage());
        return text == null ? otherwise : text.toString();
    }

    private static List<Choice> codes(CaseRoutine routine, String list, Locale language) {
        return routine.entry(CODE_LISTS, list).stream()
                .filter(List.class::isInstance)
                .flatMap(codes -> ((List<?>) codes).stream())
                .map(code -> choice(code, language))
                .toList();
    }

    private static Choice choice(Object code, Locale language) {
        if (code instanceof Map<?, ?> named) {
            String value = String.valueOf(named.get("code"));
            return new Choice(value, inLanguage(named, language, value));
        }
        return new Choice(code.toString(), code.toString());
    }

    /**
     * A value of a field with a code list is one of its codes, where the municipality has filled the list in (PRF-67).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PRF-67} with the codes
     */
    void requireCodes(Document document, Predicate<QName> changed) {
        CaseRoutine routine = routines.of(document);
        document.kind().codeFields().forEach((field, list) -> {
            Optional<String> stated = document.text(field).filter(value -> changed.test(field));
            List<String> codes = codes(routine, list, Locale.ROOT).stream()
                    .map(Choice::value)
                    .toList();
            if (stated.isPresent() && !codes.isEmpty() && !codes.contains(stated.get())) {
                throw Refusal.rule(CODE_LISTS, String.join(", ", codes))
                        .onField(field.getLocalName())
                        .violation();
            }
        });
    }

    /** Hints on a document that is still written: few goals, concrete ones, and recommended fields that are empty. */
    public List<Hint> hints(Document document, Locale language) {
        if (!document.kind().editableStatuses().contains(document.status())) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>(goalHints(document, language));
        document.kind().mandatory().stream()
                .filter(field -> field.level() == MandatoryField.Level.SHOULD)
                .filter(field -> field.when().test(document) && !document.isFilled(field.field()))
                .map(MandatoryField::field)
                .distinct()
                .forEach(field -> hints.add(hint(
                        "RECOMMENDED",
                        field.getLocalName(),
                        language,
                        labels.field(document.kind(), field, language))));
        return hints;
    }

    /** Where goals are written, not where they are carried over (DOC-GOA-R1, DOC-GOA-R3, DOC-GOA-10). */
    private List<Hint> goalHints(Document document, Locale language) {
        Optional<String> goals = document.text(CaseModel.GOALS);
        if (goals.isEmpty() || document.kind().systemFields().contains(CaseModel.GOALS)) {
            return List.of();
        }
        JsonNode list = json.parse(CaseModel.GOALS, goals.get());
        boolean vague = Stream.iterate(0, index -> index + 1)
                .limit(list.size())
                .anyMatch(index ->
                        list.path(index).path("attainmentCriterion").asText("").isBlank());
        List<Hint> hints = new ArrayList<>();
        if (list.size() > manyGoals) {
            hints.add(hint("DOC-GOA-R1", "goals", language, list.size(), manyGoals));
        }
        if (vague) {
            hints.add(hint("DOC-GOA-R3", "goals", language));
        }
        return hints;
    }

    private static Hint hint(String id, String field, Locale language, Object... arguments) {
        return new Hint(id, field, I18NUtil.getMessage(TEXTS + id, language, arguments));
    }
}

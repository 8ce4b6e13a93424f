package org.insats.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insats.records.retention.Act;
import org.insats.records.retention.Rule;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.Verdict;
import org.insats.records.retention.Verdict.DocumentVerdict;
import org.insats.records.retention.Verdict.Outcome;
import org.springframework.extensions.surf.util.I18NUtil;

/** A verdict as JSON, with its reasons in words that the one concerned understands, in the language of the request. */
public final class VerdictJson {

    private static final String KEY = "insats.retention.";

    private VerdictJson() {}

    /** With explanation. */
    public static ObjectNode explained(Verdict verdict, RuleSet rules) {
        ObjectNode json = of(verdict, rules);
        json.put("outcomeLabel", text("outcome." + verdict.outcome().name()));
        ArrayNode lines = json.putArray("explanation");
        explanation(verdict, rules).forEach(lines::add);
        return json;
    }

    /** Without, the same in every language. */
    public static ObjectNode of(Verdict verdict, RuleSet rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", verdict.outcome().name());
        json.put("mayBeDestroyed", verdict.isCandidate());
        verdict.rule().flatMap(rules::rule).ifPresent(rule -> json.set("ground", rule(rule, rules)));
        json.put("lastEntry", verdict.lastEntry().toString());
        date(json, "duty", verdict.duty());
        verdict.dutyRule().flatMap(rules::rule).ifPresent(rule -> json.set("dutyGround", rule(rule, rules)));
        date(json, "completeBy", verdict.completeBy());
        date(json, "waitsUntil", verdict.waitsUntil());
        json.put("ruleSet", RuleSets.name(rules));
        ArrayNode documents = json.putArray("documents");
        for (DocumentVerdict document : verdict.documents()) {
            ObjectNode each = documents.addObject();
            each.put("id", document.id());
            each.put("kept", document.kept());
            document.rule().ifPresent(rule -> each.put("rule", rule));
        }
        return json;
    }

    private static void date(ObjectNode json, String name, Optional<LocalDate> day) {
        day.ifPresent(date -> json.put(name, date.toString()));
    }

    private static ObjectNode rule(Rule rule, RuleSet rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rule", rule.id());
        json.put("act", rules.act(rule.act()).map(VerdictJson::name).orElse(rule.act()));
        json.put("paragraph", rule.paragraph());
        json.put("text", inLanguage(rule));
        return json;
    }

    private static List<String> explanation(Verdict verdict, RuleSet rules) {
        List<String> lines = new ArrayList<>();
        lines.add(text("lastEntry", verdict.lastEntry()));
        verdict.rule().flatMap(rules::rule).ifPresent(rule -> lines.add(cited(rule, rules)));
        lines.add(text("because." + verdict.outcome().name()));
        if (verdict.outcome() != Outcome.PRESERVED) {
            verdict.duty()
                    .ifPresent(day ->
                            lines.add(text("duty", day, verdict.completeBy().orElse(day))));
        }
        verdict.waitsUntil().ifPresent(day -> lines.add(text("waitsUntil", day)));
        long kept = verdict.documents().stream().filter(DocumentVerdict::kept).count();
        if (kept > 0 && verdict.outcome() != Outcome.PRESERVED) {
            lines.add(text("keptDocuments", kept, verdict.documents().size()));
        }
        return lines;
    }

    private static String cited(Rule rule, RuleSet rules) {
        String act = rules.act(rule.act()).map(VerdictJson::name).orElse(rule.act());
        return text("rule", inLanguage(rule), rule.paragraph(), act);
    }

    private static String name(Act act) {
        return act.names().getOrDefault(language(), act.id());
    }

    private static String inLanguage(Rule rule) {
        return rule.texts().getOrDefault(language(), rule.id());
    }

    private static String language() {
        return I18NUtil.getLocale().getLanguage().equals("en") ? "en" : "sv";
    }

    private static String text(String key, Object... arguments) {
        Object[] asText = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            // As text, so that neither a year nor a number gets separators of a language.
            asText[i] = String.valueOf(arguments[i]);
        }
        String message = I18NUtil.getMessage(KEY + key, I18NUtil.getLocale(), asText);
        return message == null ? KEY + key : message;
    }
}

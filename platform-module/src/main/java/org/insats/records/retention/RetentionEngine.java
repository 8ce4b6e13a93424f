package org.insats.records.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insats.records.retention.FileFacts.Document;
import org.insats.records.retention.FileFacts.Placement;
import org.insats.records.retention.Verdict.DocumentVerdict;
import org.insats.records.retention.Verdict.Outcome;

/**
 * Judges files by a rule set, in the order of RET-81: hold, ground of documents, selection, other matters, period. Rules of all acts
 * that were in force at any time of the file apply side by side, and the one that keeps longest governs (RET-67).
 */
public final class RetentionEngine {

    private final RuleSet rules;

    /** Creates it. */
    public RetentionEngine(RuleSet rules) {
        this.rules = rules;
    }

    /** The end of a period and the rule that it comes from. */
    private record Duty(LocalDate day, Rule rule) {}

    /** What is to become of a file as it would be on a day. */
    public Verdict judge(FileFacts facts, LocalDate today) {
        List<Rule> applicable = rules.rules().stream()
                .filter(rule -> rule.active()
                        && rule.validity().touches(facts.firstDay(), today)
                        && rule.scope().covers(facts))
                .toList();
        List<DocumentVerdict> documents = documents(facts, applicable);
        Optional<Duty> duty = duty(facts, applicable);
        Decision decision = decide(facts, applicable, documents, duty, today);
        return new Verdict(
                decision.outcome(),
                decision.rule(),
                facts.lastEntry(),
                duty.map(Duty::day),
                duty.map(found -> found.rule().id()),
                duty.map(found -> rules.completeBy(found.day())),
                decision.waitsUntil(),
                decision.outcome() == Outcome.PRESERVED && decision.whole() ? kept(facts, decision.rule()) : documents);
    }

    private record Decision(Outcome outcome, Optional<String> rule, Optional<LocalDate> waitsUntil, boolean whole) {

        static Decision of(Outcome outcome) {
            return new Decision(outcome, Optional.empty(), Optional.empty(), false);
        }

        static Decision by(Outcome outcome, Rule rule, boolean whole) {
            return new Decision(outcome, Optional.of(rule.id()), Optional.empty(), whole);
        }
    }

    private Decision decide(
            FileFacts facts,
            List<Rule> applicable,
            List<DocumentVerdict> documents,
            Optional<Duty> duty,
            LocalDate today) {
        if (facts.holds() > 0) {
            return Decision.of(Outcome.HELD);
        }
        Optional<Decision> preserved = preserved(facts, applicable, documents);
        if (preserved.isPresent()) {
            return preserved.get();
        }
        if (facts.closed().filter(day -> !day.isAfter(today)).isEmpty()) {
            return Decision.of(Outcome.OPEN);
        }
        Optional<Decision> waiting = waiting(facts, today);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        if (duty.isEmpty()) {
            return Decision.of(Outcome.UNDETERMINED);
        }
        if (duty.get().day().isAfter(today)) {
            return Decision.by(Outcome.RUNNING, duty.get().rule(), false);
        }
        boolean partly = documents.stream().anyMatch(DocumentVerdict::kept);
        return Decision.by(
                partly ? Outcome.PARTLY_CANDIDATE : Outcome.CANDIDATE,
                duty.get().rule(),
                false);
    }

    private Optional<Decision> preserved(FileFacts facts, List<Rule> applicable, List<DocumentVerdict> documents) {
        Optional<Rule> whole = applicable.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PRESERVE_FILE)
                .findFirst();
        if (whole.isPresent()) {
            return whole.map(rule -> Decision.by(Outcome.PRESERVED, rule, true));
        }
        Optional<Rule> byService = facts.services().stream()
                .flatMap(service -> byService(facts, service, applicable).stream())
                .findFirst();
        boolean allKept = documents.stream().allMatch(DocumentVerdict::kept);
        if (allKept && (!documents.isEmpty() || byService.isPresent())) {
            Optional<String> ground = documents.stream()
                    .flatMap(document -> document.rule().stream())
                    .findFirst()
                    .or(() -> byService.map(Rule::id));
            return Optional.of(new Decision(Outcome.PRESERVED, ground, Optional.empty(), false));
        }
        return applicable.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PRESERVE_SELECTION && selects(rule, facts))
                .findFirst()
                .map(rule -> Decision.by(Outcome.PRESERVED, rule, true));
    }

    private static boolean selects(Rule rule, FileFacts facts) {
        Rule.Selection selection = rule.selection();
        boolean byPlace = facts.municipality()
                .filter(code -> selection.municipalities().contains(code)
                        || selection.counties().contains(code.substring(0, 2)))
                .isPresent();
        boolean byBirth = facts.birth()
                .filter(born -> selection.birthDays().contains(born.getDayOfMonth()))
                .isPresent();
        // Who cannot be told from those who are selected is kept with them.
        boolean placeUnknown = facts.municipality().isEmpty()
                && !(selection.counties().isEmpty()
                        && selection.municipalities().isEmpty());
        boolean birthUnknown = facts.birth().isEmpty() && !selection.birthDays().isEmpty();
        return byPlace || byBirth || placeUnknown || birthUnknown;
    }

    private List<DocumentVerdict> documents(FileFacts facts, List<Rule> applicable) {
        boolean anyGround = facts.services().stream().anyMatch(service -> byService(facts, service, applicable)
                        .isPresent())
                || facts.documents().stream().anyMatch(document -> ground(facts, document, applicable)
                        .isPresent());
        return facts.documents().stream()
                .map(document -> {
                    Optional<Rule> ground = ground(facts, document, applicable);
                    boolean kept = ground.isPresent() || anyGround && !document.isSeparable();
                    return new DocumentVerdict(document.id(), kept, ground.map(Rule::id));
                })
                .toList();
    }

    private static List<DocumentVerdict> kept(FileFacts facts, Optional<String> rule) {
        return facts.documents().stream()
                .map(document -> new DocumentVerdict(document.id(), true, rule))
                .toList();
    }

    /** The rule that preserves a document: by what somebody has set on it, or by the service that it belongs to. */
    private static Optional<Rule> ground(FileFacts facts, Document document, List<Rule> applicable) {
        Optional<Rule> set = document.ground().flatMap(ground -> applicable.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PRESERVE_DOCUMENTS
                        && rule.documents().grounds().contains(ground))
                .findFirst());
        return set.or(() -> document.of().flatMap(service -> byService(facts, service, applicable)));
    }

    private static Optional<Rule> byService(FileFacts facts, Placement service, List<Rule> applicable) {
        return applicable.stream()
                .filter(rule -> rule.kind() == Rule.Kind.PRESERVE_DOCUMENTS
                        && rule.documents().services().contains(service.service())
                        && rule.documents()
                                .underAge()
                                .map(age -> facts.isBelow(age, service.began().orElse(facts.opened())))
                                .orElse(true))
                .findFirst();
    }

    /** Data on the person remain in the register while a matter is open and for a time after it (RET-61). */
    private Optional<Decision> waiting(FileFacts facts, LocalDate today) {
        boolean open = facts.otherMatters().stream()
                .anyMatch(matter ->
                        matter.ceased().filter(day -> !day.isAfter(today)).isEmpty());
        if (open) {
            return Optional.of(Decision.of(Outcome.WAITS_FOR_OTHERS));
        }
        return facts.otherMatters().stream()
                .flatMap(matter -> matter.ceased().stream())
                .map(day -> day.plus(rules.registerPeriod()))
                .max(Comparator.naturalOrder())
                .filter(until -> until.isAfter(today))
                .map(until -> new Decision(Outcome.WAITS_FOR_OTHERS, Optional.empty(), Optional.of(until), false));
    }

    /** The latest end of all periods; none where one of them counts from what is not known, for then no day is safe. */
    private static Optional<Duty> duty(FileFacts facts, List<Rule> applicable) {
        List<Rule> periods = applicable.stream()
                .filter(rule -> rule.kind() == Rule.Kind.DESTROY_AFTER)
                .toList();
        boolean unknown =
                facts.birth().isEmpty() && periods.stream().anyMatch(rule -> rule.countFrom() == Rule.CountFrom.BIRTH);
        if (unknown) {
            return Optional.empty();
        }
        return periods.stream()
                .map(rule -> new Duty(
                        (rule.countFrom() == Rule.CountFrom.BIRTH
                                        ? facts.birth().orElseThrow()
                                        : facts.lastEntry())
                                .plus(rule.period().orElseThrow()),
                        rule))
                // Of several that end the same day the one of the newest act is named.
                .max(Comparator.comparing(Duty::day)
                        .thenComparing(duty -> duty.rule().validity().from()));
    }
}

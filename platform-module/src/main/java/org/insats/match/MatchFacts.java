package org.insats.match;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Consents;
import org.insats.casefile.Consents.Answer;
import org.insats.casefile.Document;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.casefile.Person;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Consent;
import org.insats.deadline.calc.Consent.Capacity;
import org.insats.deadline.calc.Fact;
import org.insats.platform.LawDate;

/** The family's consents to the match, and the dates that follow it (DL-08, MAT-13, STA-37). */
public final class MatchFacts implements FactSource {

    /** Before the family has met the contractor nobody waits for its consent. */
    private static final Set<String> BEFORE_MEETING = Set.of("SEARCHING", "PROPOSED", "DISCUSSED", "VISITED");

    private final Matches matches;
    private final Consents consents;
    private final CaseFileService caseFiles;
    private final Clock clock;

    /** Reads matches and consents. */
    public MatchFacts(Matches matches, Consents consents, CaseFileService caseFiles, Clock clock) {
        this.matches = matches;
        this.consents = consents;
        this.caseFiles = caseFiles;
        this.clock = clock;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        matches.current(intervention.node()).ifPresent(match -> {
            if (!BEFORE_MEETING.contains(match.status())) {
                family(match, facts);
            }
            facts.on(Fact.MATCH_AGREED, match.date(MatchModel.AGREED_DATE));
            facts.on(Fact.AGREED_START, match.date(MatchModel.AGREED_START));
            facts.on(Fact.AGREEMENT_DRAWN_UP, match.date(MatchModel.AGREEMENT_DRAWN_UP));
        });
    }

    private void family(Document match, CaseFacts.Builder facts) {
        Map<String, Answer> latest = consents.latest(match, Matches.SUBJECT);
        // Whoever was asked stays asked: somebody who comes of age later does not undo a complete consent.
        LocalDate asked = match.date(MatchModel.FAMILY_MEETING).orElseGet(() -> LawDate.today(clock));
        consents.familyOf(match, asked).forEach(personId -> {
            Optional<Answer> answer = Optional.ofNullable(latest.get(personId));
            facts.familyConsent(new Consent(
                    answer.map(Answer::capacity)
                            .flatMap(MatchFacts::capacity)
                            .orElseGet(() -> presumed(match, personId)),
                    answer.filter(Answer::isGiven).map(Answer::date)));
        });
    }

    private static Optional<Capacity> capacity(String stated) {
        for (Capacity capacity : Capacity.values()) {
            if (capacity.name().equals(stated)) {
                return Optional.of(capacity);
            }
        }
        return Optional.empty();
    }

    private Capacity presumed(Document match, String personId) {
        boolean isClient =
                match.text(CaseModel.CLIENT_REF).filter(personId::equals).isPresent();
        if (isClient) {
            return Capacity.YOUNG_PERSON;
        }
        return caseFiles.persons(match.caseFile()).stream()
                .filter(person -> person.id().equals(personId))
                .findFirst()
                .flatMap(MatchFacts::relation)
                .orElse(Capacity.GUARDIAN);
    }

    private static Optional<Capacity> relation(Person person) {
        return person.text(CaseModel.RELATION).flatMap(MatchFacts::capacity);
    }
}

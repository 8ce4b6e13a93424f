package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.insats.routine.DeadlineRuleNames;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Service;

/**
 * Computes the deadlines of one intervention: all of the requirements' chapter 5 (DLC-01..17, DL-01..62, DLF-01..13). Holds no state;
 * safe for use by several threads.
 */
public final class DeadlineCalculator {

    private final BiPredicate<RoutineProfile, LocalDate> holidays;

    /**
     * @param holidays whether a day is one that nobody works on in a profile's municipality, weekends apart (DLC-08)
     */
    public DeadlineCalculator(BiPredicate<RoutineProfile, LocalDate> holidays) {
        this.holidays = Objects.requireNonNull(holidays, "holidays");
    }

    /**
     * The deadlines of an intervention as they stand on a day.
     *
     * <p>A date in the facts that lies after {@code today} may set a period off, but settles and cancels nothing yet.
     *
     * @param profile routine profile of the case
     * @param service a service of the profile
     * @param facts what is known of the intervention
     * @param today the day it is judged on, in Sweden
     * @throws IllegalArgumentException when the profile does not cover the service
     */
    public DeadlinePlan compute(RoutineProfile profile, Service service, CaseFacts facts, LocalDate today) {
        if (!profile.services().contains(service)) {
            throw new IllegalArgumentException(profile.id() + " does not cover " + service.code());
        }
        Computation computation = new Computation(profile, service.code(), facts, today, workingDays(profile));
        AgeRules age = new AgeRules(computation);
        DeadlineTable.apply(computation);
        new FollowUpRules(computation).apply();
        new GrantEndRules(computation).apply();
        age.apply();
        warn(computation);
        return new DeadlinePlan(computation.deadlines(), computation.warnings, series(computation), age.offers());
    }

    /** When the routine document itself is to be reviewed (DL-46); empty where the profile states no date. */
    public Optional<ComputedDeadline> profileReview(RoutineProfile profile, LocalDate today) {
        return profile.reviewBy().flatMap(reviewBy -> profile.deadlines().stream()
                .filter(row -> row.rule().equals("DL-46"))
                .findFirst()
                .map(row -> {
                    Computation computation =
                            new Computation(profile, "", CaseFacts.builder().build(), today, workingDays(profile));
                    computation.add(new Draft(row, Act.REVIEW_PROFILE, DeadlineKind.INFORMATION, Lifetime.LASTING)
                            .due(reviewBy));
                    return computation.deadlines().get(0);
                }));
    }

    /** Names ({@link org.insats.routine.DeadlineSetting#name()}) of all rows that are computed here. */
    static List<String> ruleNames() {
        return Stream.of(
                        DeadlineTable.names(),
                        DeadlineRuleNames.FOLLOW_UP_INTERVALS,
                        List.of(OneMonthRule.RULE, FollowUpRules.THREE_MONTH_RULE, AgeRules.RULE, "DL-46"),
                        GrantEndRules.RULES)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private WorkingDays workingDays(RoutineProfile profile) {
        return new WorkingDays(day -> holidays.test(profile, day));
    }

    private static void warn(Computation computation) {
        CaseFacts facts = computation.facts;
        boolean urgent = computation.happened(Fact.URGENT_PLACEMENT).isPresent()
                && computation.row("DL-03/order", computation.today).isPresent();
        if (urgent && computation.happened(Fact.ORDER_SENT).isEmpty()) {
            computation.warn(Warnings.orderMissing());
        }
        facts.childTalks().stream()
                .filter(talk -> talk.guardiansInformedOn()
                        .filter(informed -> !informed.isAfter(talk.heldOn()))
                        .isEmpty())
                .forEach(talk -> computation.warn(Warnings.guardiansNotInformed(talk.heldOn())));
    }

    private static Map<String, List<LocalDate>> series(Computation computation) {
        Map<String, List<LocalDate>> series = new TreeMap<>();
        int count = computation.facts.planAhead();
        if (count > 0) {
            computation
                    .start()
                    .map(Computation.Start::date)
                    .ifPresent(start -> DeadlineRuleNames.FOLLOW_UP_INTERVALS.forEach(rule -> computation
                            .row(rule, start)
                            .ifPresent(row -> series.put(rule, FollowUpRules.series(row, start, count)))));
        }
        return series;
    }
}

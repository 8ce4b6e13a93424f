package org.insats.assignment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Overrides;
import org.insats.casefile.Placement;
import org.insats.casefile.QueuePlace;
import org.insats.casefile.Role;

/** Assignment (DOC-ASG): the case worker's written commission to the performer. */
public final class AssignmentKind implements DocumentKind {

    private static final List<ActionInput> CONSENT_FORM = List.of(
            ActionInput.person("personId").required(),
            ActionInput.oneOf(
                            "capacity",
                            "ins:consentCapacity",
                            "GUARDIAN",
                            "YOUNG_PERSON",
                            "CHILD",
                            "APPOINTED_REPRESENTATIVE",
                            "CLIENT")
                    .required(),
            ActionInput.oneOf("answer", "ins:consentAnswer").required(),
            ActionInput.today("date").required(),
            ActionInput.oneOf("form", "ins:consentForm"));

    private static final Set<String> IN_FORCE = Set.of("ISSUED", "REVISED");

    private final AssignmentContent content;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public AssignmentKind(AssignmentContent content, StandardAssignments assignments) {
        this.content = content;
        Predicate<Document> intake = content::isIntake;
        this.actions = List.of(
                Step.caseWorkers(
                                StandardAssignments.COMMUNICATE,
                                Set.of("DRAFT", "COMMUNICATED"),
                                assignments::communicate)
                        .asking(ActionInput.today("date").required()),
                Step.caseWorkers(
                                StandardAssignments.CONSENT,
                                Set.of("COMMUNICATED", "CONSENTED", "ISSUED", "REVISED"),
                                assignments::consent)
                        .asking(CONSENT_FORM),
                Step.caseWorkers(
                                StandardAssignments.SEND,
                                Set.of("DRAFT", "COMMUNICATED", "CONSENTED"),
                                assignments::send)
                        .when(intake)
                        .asking(assignments::sending)
                        .forGood(),
                Step.caseWorkers(
                                StandardAssignments.BY_POST,
                                Set.of("DRAFT", "COMMUNICATED", "CONSENTED"),
                                assignments::sendByPost)
                        .when(content::goesByPost)
                        .asking(AssignmentKind.posting(assignments))
                        .forGood(),
                Step.caseWorkers(StandardAssignments.WAIVE, Set.of("COMMUNICATED"), assignments::waiveConsent)
                        .when(intake.negate())
                        .asking(ActionInput.longText("reason").required()),
                Step.caseWorkers(StandardAssignments.ISSUE, Set.of("CONSENTED"), assignments::issueRevision)
                        .when(intake.negate().and(document -> document.isFilled(CaseModel.REVISED_FROM)))
                        .forGood(),
                new Step(
                                StandardAssignments.ALLOCATE,
                                Set.of("ISSUED", "REVISED"),
                                AssignmentKind::managesPerformer,
                                assignments::allocate)
                        .when(intake)
                        .asking(
                                ActionInput.staff("userName", Role.THERAPIST).required(),
                                ActionInput.today("date").required()),
                Step.caseWorkers(StandardAssignments.REVISE, Set.of("ISSUED", "REVISED"), assignments::revise)
                        .asking(ActionInput.longText("reason").required()),
                Step.caseWorkers(StandardAssignments.WITHDRAW, Set.of("ISSUED"), assignments::withdraw)
                        .when(intake)
                        .asking(
                                ActionInput.oneOf("reason", "insord:withdrawalReasonValues")
                                        .required(),
                                ActionInput.today("date"),
                                ActionInput.text("orallyInformed").required(),
                                ActionInput.today("orallyInformedAt"))
                        .forGood(),
                new Step(
                                StandardAssignments.DECLINE,
                                Set.of("ISSUED"),
                                AssignmentKind::managesPerformer,
                                assignments::decline)
                        .when(intake)
                        .asking(ActionInput.longText("reason").required(), ActionInput.today("date"))
                        .forGood(),
                Step.caseWorkers(StandardAssignments.CHOOSE, Set.of("CLOSED"), assignments::choose)
                        .when(intake.and(assignments::waitsForChoice))
                        .asking(ActionInput.oneOf("choice", "insasg:afterDeclineValues")
                                .required()));
    }

    private static Function<Document, List<ActionInput>> posting(StandardAssignments assignments) {
        return document -> Stream.concat(
                        Stream.of(ActionInput.today("date").required()), assignments.sending(document).stream())
                .toList();
    }

    private static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    /** What somebody may do in some states, where the routine has it. */
    private record Step(
            String name,
            Set<String> states,
            Predicate<Role> who,
            Predicate<Document> when,
            BiConsumer<Document, Act> effect,
            Function<Document, List<ActionInput>> form,
            boolean weighty)
            implements DocumentAction {

        Step(String name, Set<String> states, Predicate<Role> who, BiConsumer<Document, Act> effect) {
            this(name, states, who, document -> true, effect, document -> List.of(), false);
        }

        static Step caseWorkers(String name, Set<String> states, BiConsumer<Document, Act> effect) {
            return new Step(name, states, Role::isCaseWorker, effect);
        }

        Step when(Predicate<Document> condition) {
            return new Step(name, states, who, condition, effect, form, weighty);
        }

        Step asking(ActionInput... inputs) {
            return asking(List.of(inputs));
        }

        Step asking(List<ActionInput> inputs) {
            return asking(document -> inputs);
        }

        Step asking(Function<Document, List<ActionInput>> inputs) {
            return new Step(name, states, who, when, effect, inputs, weighty);
        }

        Step forGood() {
            return new Step(name, states, who, when, effect, form, true);
        }

        @Override
        public List<ActionInput> inputs(Document document) {
            return form.apply(document);
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return states.contains(document.status()) && roles.stream().anyMatch(who) && when.test(document);
        }

        @Override
        public void perform(Document document, Act act) {
            effect.accept(document, act);
        }
    }

    @Override
    public String id() {
        return "assignment";
    }

    @Override
    public QName type() {
        return AssignmentModel.TYPE_ASSIGNMENT;
    }

    @Override
    public String code() {
        return "UPP";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        String communicate = StandardAssignments.COMMUNICATE;
        String issue = StandardAssignments.ISSUE;
        String send = StandardAssignments.SEND;
        String byPost = StandardAssignments.BY_POST;
        Predicate<Document> home = content::isForHome;
        return List.of(
                MandatoryField.must(AssignmentModel.ASSIGNMENT_DATE, communicate, send, byPost),
                MandatoryField.must(AssignmentModel.CHILD, communicate, send, byPost),
                MandatoryField.must(AssignmentModel.NEEDS, communicate, send, byPost),
                MandatoryField.must(CaseModel.GOALS, communicate, send),
                MandatoryField.must(AssignmentModel.FOLLOW_UP_FORMS, communicate, send),
                MandatoryField.must(AssignmentModel.COMMUNICATED_WITH_FAMILY, issue),
                MandatoryField.mustWhen(
                        AssignmentModel.CONSENT,
                        document -> content.waitsForConsent(document)
                                && !new Overrides(document).excuses(StandardAssignments.CONSENT),
                        issue),
                // Where the assignment is the intake, all of PLN-04 must be there; elsewhere it is recommended.
                MandatoryField.must(AssignmentModel.PARENTS, send),
                MandatoryField.must(AssignmentModel.COMMITTEE_ASSESSMENT, send),
                MandatoryField.must(AssignmentModel.RECEPTIVENESS, send),
                MandatoryField.must(AssignmentModel.INFORMATION_AT_ENDING, send),
                MandatoryField.must(AssignmentModel.OTHER_BODIES_INTERVENTIONS, send),
                MandatoryField.must(AssignmentModel.SIP_NEED, send),
                MandatoryField.must(AssignmentModel.PERFORMER, send),
                MandatoryField.must(AssignmentModel.BASED_ON, send),
                MandatoryField.mustWhen(AssignmentModel.PURPOSE, home, send),
                MandatoryField.mustWhen(AssignmentModel.INTERVENTION_CONTENT, content::saysHowCarriedOut, send),
                MandatoryField.mustWhen(AssignmentModel.RESPONSIBILITY_DIVISION, home, send),
                MandatoryField.should(AssignmentModel.PARENTS, communicate),
                MandatoryField.should(AssignmentModel.COMMITTEE_ASSESSMENT, communicate),
                MandatoryField.should(AssignmentModel.RECEPTIVENESS, communicate),
                MandatoryField.should(AssignmentModel.INFORMATION_AT_ENDING, communicate),
                MandatoryField.should(AssignmentModel.OTHER_BODIES_INTERVENTIONS, communicate),
                MandatoryField.should(AssignmentModel.SIP_NEED, communicate));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** CON-110: the performer sees the assignment, once it is handed over. */
    @Override
    public Set<String> socialOfficeOnly() {
        return Set.of("DRAFT", "COMMUNICATED", "CONSENTED");
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                AssignmentModel.COMMUNICATED_WITH_FAMILY,
                AssignmentModel.CONSENT,
                AssignmentModel.ISSUED_DATE,
                AssignmentModel.SENT_CHANNEL,
                AssignmentModel.ALLOCATED_PERFORMER,
                AssignmentModel.ALLOCATED_AT,
                AssignmentModel.AFTER_DECLINE,
                AssignmentModel.AFTER_DECLINE_AT,
                AssignmentModel.AFTER_DECLINE_BY,
                AssignmentModel.PERSON_NEEDS,
                CaseModel.REVISED_FROM);
    }

    @Override
    public void check(Document document) {
        content.check(document);
    }

    /** Where it is the intake, it waits from the day it was sent until somebody is allocated. */
    @Override
    public Optional<QueuePlace> queuePlace(Document document) {
        boolean waits = IN_FORCE.contains(document.status())
                && !document.isFilled(AssignmentModel.ALLOCATED_AT)
                && content.isIntake(document);
        return document.date(AssignmentModel.ISSUED_DATE)
                .filter(day -> waits)
                .map(day -> new QueuePlace(QueuePlace.Stage.WAITING, day));
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return content.defaults(document);
    }
}

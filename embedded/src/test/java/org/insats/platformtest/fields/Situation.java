package org.insats.platformtest.fields;

import java.util.stream.Collectors;
import org.insats.platformtest.story.Story;

/** A document that is whole: the act it waits for goes through, and each field left out in its turn keeps it back. */
enum Situation {
    BASIS {
        @Override
        Ready prepare() {
            return basis("NEW_INTERVENTION", "");
        }
    },
    BASIS_OF_CHANGE {
        @Override
        Ready prepare() {
            return basis("CHANGED_NEED", ",\"changedNeeds\":\"Läxhjälp\"");
        }
    },
    BASIS_OF_EXTENSION {
        @Override
        Ready prepare() {
            return basis("EXTENSION", ",\"extensionGrounds\":\"Alla tre villkoren håller\"");
        }
    },
    DECISION {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").caseOpened();
            return ready(
                    story,
                    story.caseWorker(),
                    "decision",
                    "{\"decisionType\":\"GRANT\",\"legalBasis\":\"SOL\",\"grantFrom\":\"2026-03-09\",\"grantTo\":\"2026-09-08\"}",
                    "decide");
        }
    },
    SPECIAL_DECISION {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").caseOpened();
            return ready(
                    story,
                    story.caseWorker(),
                    "decision",
                    "{\"decisionType\":\"SPECIAL\",\"legalBasis\":\"SOL\",\"specialPurpose\":\"CLIENT_EQUIPMENT\"}",
                    "decide");
        }
    },
    INVESTIGATION {
        @Override
        Ready prepare() {
            return investigation("OTHER", "");
        }
    },
    INVESTIGATION_OF_NEW_NEEDS {
        @Override
        Ready prepare() {
            return investigation("NEW_NEEDS", ",\"focus\":\"Skolan\"");
        }
    },
    NOTE {
        @Override
        Ready prepare() {
            return note("OTHER", "");
        }
    },
    NOTE_OF_START_UP {
        @Override
        Ready prepare() {
            return note("START_UP", ",\"participants\":[{\"text\":\"Barnet och mamman\"}]");
        }
    },
    CARE_PLAN_OF_HOME {
        @Override
        Ready prepare() {
            Story story = assignments("RESIDENTIAL_CARE_HOME");
            return ready(story, story.caseWorker(), "carePlan", "{\"background\":\"Flyttat ofta\"}", "establish");
        }
    },
    OPEN_CARE_PLAN {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").running();
            return plan(story, story.treatmentLead(), "");
        }
    },
    COMBINED_PLAN {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09")
                    .caseOpened("malmo-contact", "CONTACT_PERSON")
                    .standsGranted("2026-03-09", "2026-09-08", "Ett eget fritidsintresse")
                    .standsMatched();
            return plan(
                    story,
                    story.caseWorker(),
                    """
                    ,"needs":"En vuxen utanför familjen","frequency":"Varje vecka","content":"Bad och bio",
                    "reportFrequency":"Varje månad","reportMethod":"Per telefon"
                    """);
        }
    },
    THERAPIST_PLAN {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-02")
                    .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                    .standsGranted("2026-03-02", "2026-09-01", "Lugnare vardag");
            return plan(
                    story,
                    story.treatmentLead(),
                    ",\"howCarriedOut\":\"Varje vecka\",\"subGoals\":[{\"text\":\"Lugna kvällar\"}]");
        }
    },
    FOSTER_HOME_PLAN {
        @Override
        Ready prepare() {
            Story story = assignments("FOSTER_HOME");
            story.addPerson("{\"name\":\"Test Familjehemsson\",\"relation\":\"CONTRACTOR\"}");
            return plan(
                    story,
                    story.caseWorker(),
                    underCarePlan(story)
                            + ",\"howCarriedOut\":\"Vardag\",\"mustRequirements\":[\"Eget rum\"],\"shouldRequirements\":[\"Husdjur\"]");
        }
    },
    HOME_PLAN {
        @Override
        Ready prepare() {
            Story story = assignments("RESIDENTIAL_CARE_HOME");
            return plan(
                    story,
                    story.caseWorker(),
                    underCarePlan(story)
                            + """
                            ,"whenHow":"Veckovis","followUpForms":"Möte","caseWorkerContact":"Varannan vecka","schooling":"Hemskolan",
                            "healthCare":"Hälsoundersökning","otherBodiesInterventions":"Inga","contactArrangements":"Varannan helg",
                            "mustRequirements":["Eget rum"],"homePart":[{"activity":"Samtal","who":"Hemmet"}],"goalsDelegated":false
                            """);
        }
    },
    START_UP {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09")
                    .caseOpened()
                    .assignmentConsented()
                    .granted("2026-03-09", "2026-09-08")
                    .orderSent()
                    .allocated();
            return meeting(
                    story,
                    "START_UP",
                    ",\"needsPresented\":\"Behoven\",\"methodsPresented\":\"Samtal\",\"roleAgreement\":\"Vem som gör vad\","
                            + "\"caseHandover\":\"" + story.followUpWorker() + "\"");
        }
    },
    COORDINATION_MEETING {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").running();
            return meeting(story, "COORDINATION", ",\"roleAgreement\":\"Vem som gör vad\"");
        }
    },
    FOLLOW_UP {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").running().on("2026-06-01");
            String followUp = story.followUpHeld();
            story.update(
                    story.followUpWorker(),
                    followUp,
                    """
                    {"measuredAgainstNeeds":"Behoven möts","measuredAgainstPlan":"Som planerat","participation":"Barnet berättade",
                     "outcome":["CONTINUE"],"nextFollowUpDate":"2026-09-01","goalResult":%s}
                    """
                            .formatted(story.goalResults(followUp, "POSITIVE_NOT_MET")));
            return new Ready(story, story.followUpWorker(), followUp, "document");
        }
    },
    CHILD_TALK {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");
            String talk = story.create(
                    story.caseWorker(),
                    "childTalk",
                    "{\"ageMaturityAssessment\":\"Tio år\",\"childView\":\"Det är roligt\"}");
            story.act(story.caseWorker(), talk, "offer", "{}");
            story.act(story.caseWorker(), talk, "accept", "{}");
            story.act(story.caseWorker(), talk, "informGuardians", "{\"guardianConsent\":\"GIVEN\"}");
            return new Ready(story, story.caseWorker(), talk, "hold");
        }
    },
    REPORT {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09")
                    .caseOpened("malmo-contact", "CONTACT_PERSON")
                    .standsMatched();
            return ready(
                    story,
                    story.caseWorker(),
                    "contractorReport",
                    "{\"meetingContent\":\"Bad\",\"howItWorks\":\"Bra\",\"changeNeeded\":\"Inget\"}",
                    "establish");
        }
    },
    COOPERATION {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");
            return ready(
                    story,
                    story.caseWorker(),
                    "cooperation",
                    "{\"cooperationKind\":\"SIP\",\"otherBodies\":\"Skolan\",\"sipNeed\":true}",
                    "establish");
        }
    },
    SUMMARY {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09")
                    .caseOpened()
                    .investigationOpened()
                    .assignmentConsented()
                    .granted("2026-03-09", "2026-09-08")
                    .orderSent()
                    .allocated();
            story.startUpHeld();
            String summary =
                    story.create(story.caseWorker(), "investigationSummary", "{\"summary\":\"Det viktigaste\"}");
            story.consent(summary, story.guardian(), "GUARDIAN", "GIVEN");
            return new Ready(story, story.caseWorker(), summary, "handOver");
        }
    },
    REFERRAL {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");
            return ready(
                    story, story.caseWorker(), "referral", "{\"referralText\":\"En vuxen utanför hemmet\"}", "send");
        }
    },
    ENDING {
        @Override
        Ready prepare() {
            Story story = Story.beginningOn("2026-03-09").running().on("2026-06-01");
            return ready(
                    story,
                    story.followUpWorker(),
                    "ending",
                    """
                    {"endingKind":"PLANNED","endingReason":"NEED_CEASED","endingReasonText":"Behovet kvarstår inte",
                     "endDate":"2026-06-01"}
                    """,
                    "end");
        }
    };

    /** A document, and who does what with it next. */
    record Ready(Story story, String user, String document, String act) {}

    /** Tells the story up to where the document is whole. */
    abstract Ready prepare();

    private static Ready ready(Story story, String user, String kind, String fields, String act) {
        return new Ready(story, user, story.create(user, kind, fields), act);
    }

    private static Ready basis(String kind, String more) {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .investigationOpened();
        return ready(
                story,
                story.caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"%s","analysisAndAssessment":"Bedömning","centralNeeds":"Behov","receptiveness":"God",
                 "participation":"Samtal","alternativesConsidered":"Öppenvård","reasonForChoice":"Passar bäst",
                 "goals":[{"text":"Ett eget intresse","level":"GOAL"}]%s}
                """
                        .formatted(kind, more),
                "establish");
    }

    private static Ready investigation(String reason, String more) {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String decision = story.create(
                story.caseWorker(), "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\",\"legalBasis\":\"SOL\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");
        return ready(
                story,
                story.caseWorker(),
                "investigation",
                "{\"openedDate\":\"2026-03-09\",\"reason\":\"%s\"%s}".formatted(reason, more),
                "establish");
    }

    private static Ready note(String type, String more) {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        return ready(
                story,
                story.caseWorker(),
                "journalNote",
                "{\"noteType\":\"%s\",\"noteText\":\"Vad som hände\"%s}".formatted(type, more),
                "establish");
    }

    private static Story assignments(String service) {
        return Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", service)
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar");
    }

    private static String underCarePlan(Story story) {
        String carePlan = story.create(story.caseWorker(), "carePlan", "{\"background\":\"Bakgrund\"}");
        story.act(story.caseWorker(), carePlan, "establish", "{}");
        String assignment = story.create(story.caseWorker(), "assignment", "{}");
        return ",\"carePlanRef\":\"" + carePlan + "\",\"assignmentRef\":\"" + assignment + "\"";
    }

    /** Drawn up with everybody in the case. */
    private static Ready plan(Story story, String user, String more) {
        String plan = story.create(
                user,
                "implementationPlan",
                """
                {"goalsAndPurpose":"Vardagen fungerar","interventionContent":"Samtal","responsibilityDivision":"Handläggaren följer upp",
                 "followUpMethod":"Möte","participation":"Alla var med","preparedWith":%s%s}
                """
                        .formatted(everybody(story), more));
        return new Ready(story, user, plan, "establish");
    }

    private static String everybody(Story story) {
        return story.everybody().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static Ready meeting(Story story, String type, String more) {
        String meeting = story.create(
                story.caseWorker(),
                "meeting",
                "{\"meetingType\":\"%s\",\"participants\":%s%s}".formatted(type, Story.persons(story.family()), more));
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"" + story.today() + "\"}");
        return new Ready(story, story.caseWorker(), meeting, "hold");
    }
}

package org.insats.platformtest.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Interventions;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** What the performing side, and those who keep contractors' files, show to nobody else. */
class PerformersTest {

    private static final String STORE = "workspace://SpacesStore/";

    private final Repository repository = Repository.shared();
    private final User worker = repository.user("CASE_WORKER_SOC");

    private String secondIntervention(JsonNode opened) {
        NodeRef caseFile = new NodeRef(STORE + opened.path("id").asText());
        return AuthenticationUtil.runAs(
                () -> repository
                        .bean("retryingTransactionHelper", RetryingTransactionHelper.class)
                        .doInTransaction(() -> repository
                                .bean("insats.servicePerson", ServicePerson.class)
                                .elevated(() -> repository
                                        .bean("insats.interventions", Interventions.class)
                                        .plan(caseFile, "OPEN_CARE", "SRV")
                                        .node()
                                        .getId())),
                "admin");
    }

    private User therapist(JsonNode opened, String intervention) {
        User therapist = repository.user("THERAPIST_SRV");
        require(
                worker.http()
                        .post(
                                API + "/cases/" + opened.path("caseNumber").asText() + "/members",
                                "{\"userName\":\"" + therapist.name()
                                        + "\",\"role\":\"THERAPIST\",\"interventionId\":\"" + intervention + "\"}"),
                201);
        return therapist;
    }

    private String meeting(JsonNode opened, String intervention) {
        return require(
                        worker.http()
                                .post(
                                        API + "/cases/"
                                                + opened.path("caseNumber").asText() + "/documents",
                                        "{\"kind\":\"meeting\",\"interventionId\":\"" + intervention
                                                + "\",\"fields\":{}}"),
                        201)
                .path("id")
                .asText();
    }

    @Test
    @Covers("CON-111")
    void performersOfTheSameClientDoNotSeeEachOthersPart() {
        JsonNode opened = worker.openCase();
        String first = opened.at("/interventions/0/id").asText();
        String second = secondIntervention(opened);
        String ofFirst = meeting(opened, first);
        String ofSecond = meeting(opened, second);

        User one = therapist(opened, first);
        User other = therapist(opened, second);

        assertSeesOnly(one, opened, first, ofFirst, second, ofSecond);
        assertSeesOnly(other, opened, second, ofSecond, first, ofFirst);
    }

    private static void assertSeesOnly(
            User user, JsonNode opened, String own, String ownPaper, String others, String othersPaper) {
        JsonNode overview = require(
                user.http().get(API + "/cases/" + opened.path("caseNumber").asText()), 200);
        assertThat(overview.path("interventions").findValuesAsText("id"))
                .contains(own)
                .doesNotContain(others);
        assertThat(overview.toString()).contains(ownPaper).doesNotContain(othersPaper);
        assertThat(user.http().get(API + "/documents/" + ownPaper).status()).isEqualTo(200);
        for (String hidden : List.of(others, othersPaper)) {
            assertThat(user.http().get(V1 + "/nodes/" + hidden).status()).isIn(403, 404);
        }
        assertThat(user.http().get(API + "/documents/" + othersPaper).status()).isIn(403, 404);
        assertThat(user.act(othersPaper, "holdRoleTalk", "{}").status()).isIn(403, 404);
    }

    @Test
    @Covers({"CON-113", "CON-112"})
    void whatTheChildrenOfAFosterHomeSaidStaysInTheFileOfTheHome() {
        User placer = repository.user("PLACEMENT_WORKER_ROP");
        String contractor = require(
                        placer.http()
                                .post(
                                        API + "/contractors",
                                        "{\"profile\":\"motala-rop\",\"unit\":\"ROP\",\"type\":\"FOSTER_HOME\","
                                                + "\"name\":\"Test Familjehemsson\",\"contactDetails\":\"Provgatan 3\"}"),
                        201)
                .path("id")
                .asText();
        String investigation = require(
                        placer.http()
                                .post(
                                        API + "/contractors/" + contractor + "/documents",
                                        "{\"kind\":\"contractorInvestigation\",\"fields\":{}}"),
                        201)
                .path("id")
                .asText();
        require(placer.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"housing\":\"Villa\"}"), 200);
        require(placer.act(investigation, "registerApplication", "{\"date\":\"2024-02-02\"}"), 200);
        require(placer.act(investigation, "interview", "{\"date\":\"2024-02-03\"}"), 200);
        require(placer.act(investigation, "interview", "{\"date\":\"2024-02-04\"}"), 200);
        String said = "Tycker om att spela fotboll";
        require(
                placer.act(
                        investigation,
                        "interviewChild",
                        "{\"date\":\"2024-02-05\",\"self\":\"" + said
                                + "\",\"parents\":\"Snälla\",\"siblings\":\"Inga\"}"),
                200);
        assertThat(placer.document(investigation).toString()).contains(said);

        for (String role : List.of(
                "CASE_WORKER_SOC",
                "UNIT_MANAGER_SOC",
                "THERAPIST_SRV",
                "PLACEMENT_WORKER_ANNAN",
                "LEAD_SOCIAL_WORKER_SOC")) {
            User user = repository.user(role);
            for (String path : List.of(
                    API + "/documents/" + investigation,
                    API + "/documents/" + investigation + "/form.pdf",
                    API + "/contractors/" + contractor,
                    V1 + "/nodes/" + investigation,
                    V1 + "/nodes/" + investigation + "/content")) {
                assertThat(user.http().get(path).status()).as(role + " " + path).isIn(403, 404);
            }
        }
    }

    @Test
    @Covers("CON-119")
    void beforeItIsAllocatedAReferralNamesTheClientInTheFormOnly() {
        String unit = "BHG";
        JsonNode opened = require(
                worker.http()
                        .post(
                                API + "/cases",
                                "{\"profile\":\"malmo-contact\",\"unit\":\"SOC\",\"service\":\"CONTACT_PERSON\","
                                        + "\"performerUnit\":\"" + unit + "\",\"client\":{\"name\":\"Nemo Hemligsson\","
                                        + "\"birthDate\":\"2014-05-06\"}}"),
                201);
        String caseNumber = opened.path("caseNumber").asText();
        String referral = worker.create(caseNumber, "referral", "{\"referralText\":\"Behöver en vuxen\"}")
                .path("id")
                .asText();
        require(worker.act(referral, "send", "{}"), 200);
        User secretary = repository.user("IOF_SECRETARY_" + unit);

        String allocation =
                secretary.http().get(API + "/lists/allocation?unit=" + unit).body();
        assertThat(allocation).contains(caseNumber);
        for (String list : List.of(
                allocation,
                secretary
                        .http()
                        .get(API + "/lists/allocation?unit=" + unit + "&format=csv")
                        .body(),
                secretary.http().get(API + "/meetings/agenda?unit=" + unit).body(),
                secretary.http().get(API + "/tasks?unit=" + unit).body(),
                secretary.http().get(API + "/deadlines?unit=" + unit).body(),
                secretary.http().get(V1 + "/nodes/" + referral).body())) {
            assertThat(list).doesNotContain("Hemligsson");
        }
        assertThat(secretary.http().get(API + "/documents/" + referral).status())
                .isEqualTo(200);
    }
}

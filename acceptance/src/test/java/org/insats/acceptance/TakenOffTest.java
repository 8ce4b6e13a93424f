package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody taken off a case sees nothing of it any more, what they created included. */
class TakenOffTest {

    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";

    private final Target target = Target.get();

    @Test
    void nothingOfTheCaseIsLeft() {
        Staff staff = Staff.of(target, "off");
        CaseDesk desk = CaseDesk.open(staff.caseWorker(), CaseDesk.intake(staff.unit(), staff.performerUnit()));
        People people = new People(target.admin());
        Api leaver = target.as(people.inRole(
                staff.unit().toLowerCase(java.util.Locale.ROOT) + ".vikarie", "CASE_WORKER", staff.unit()));
        desk.addMember(staff.caseWorker(), leaver.userName(), "CASE_WORKER");
        String own = desk.create(leaver, "journalNote", Map.of("noteType", "OTHER", "noteText", "Eget"));
        CaseDesk.change(leaver, own, Map.of("noteText", "Eget igen"));
        String person = desk.people(leaver, "GUARDIAN").get(0);
        String caseFile = desk.overview(leaver).path("id").asText();

        desk.removeMember(staff.caseWorker(), leaver.userName());

        String v1 = CaseDesk.V1;
        List<Api.Answer> answers = new ArrayList<>(List.of(
                leaver.get(v1 + "/cases/" + desk.caseNumber()),
                leaver.get(v1 + "/cases/" + desk.caseNumber() + "/members"),
                leaver.get(v1 + "/documents/" + own),
                leaver.get(v1 + "/documents/" + own + "/form.pdf"),
                CaseDesk.tryChange(leaver, own, "1.1", Map.of("noteText", "Kvar")),
                CaseDesk.tryAct(leaver, own, "establish", Map.of()),
                desk.tryCreate(leaver, "journalNote", Map.of()),
                leaver.put(v1 + "/persons/" + person, Map.of("name", "Annan Testsson")),
                leaver.get(v1 + "/tasks?case=" + desk.caseNumber()),
                leaver.get(v1 + "/deadlines?case=" + desk.caseNumber())));
        for (String node : List.of(own, person, caseFile, desk.interventionId())) {
            answers.add(leaver.get(PUBLIC + "/nodes/" + node));
            answers.add(leaver.put(PUBLIC + "/nodes/" + node, Map.of("properties", Map.of("cm:title", "x"))));
            answers.add(leaver.delete(PUBLIC + "/nodes/" + node));
        }
        answers.add(leaver.get(PUBLIC + "/nodes/" + caseFile + "/children"));
        answers.add(leaver.get(PUBLIC + "/nodes/" + own + "/content"));
        answers.add(leaver.get(PUBLIC + "/nodes/" + own + "/versions"));
        answers.add(leaver.get(PUBLIC + "/nodes/" + own + "/versions/1.0/content"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri() + ": " + answer.text())
                .isIn(403, 404));
        assertThat(leaver.get(v1 + "/cases").expect(200).path("items")).isEmpty();
        assertThat(CaseDesk.read(staff.caseWorker(), own).at("/fields/noteText").asText())
                .isEqualTo("Eget igen");
    }
}

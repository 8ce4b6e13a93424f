package org.insats.platformtest.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.platformtest.story.Story;
import org.insats.records.Closing;
import org.insats.records.DisposalJob;
import org.insats.records.Disposals;
import org.insats.records.Disposals.Disposal;
import org.insats.records.Holds;
import org.insats.records.JudgeJob;
import org.insats.records.RuleSets;
import org.insats.records.Verdicts;

/** Two archivists and what they do with the file of a story. */
final class RecordsDesk {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Story story;
    private final String one;
    private final String other;

    RecordsDesk(Story story) {
        this.story = story;
        int number = NUMBER.incrementAndGet();
        one = "archivist" + number + "a";
        other = "archivist" + number + "b";
        story.as("admin", () -> List.of(one, other).forEach(RecordsDesk::hire));
    }

    private static void hire(String userName) {
        Story.bean("personService", PersonService.class)
                .createPerson(Map.of(
                        ContentModel.PROP_USERNAME, userName,
                        ContentModel.PROP_FIRSTNAME, "Test",
                        ContentModel.PROP_LASTNAME, "Testsson"));
        Story.bean("authorityService", AuthorityService.class).addAuthority("GROUP_INSATS_ARCHIVIST", userName);
    }

    /** An archivist. */
    String one() {
        return one;
    }

    /** Another archivist. */
    String other() {
        return other;
    }

    /** The municipality of the story's unit lies outside the regions that preserve all. */
    RecordsDesk outsideTheRegions() {
        ObjectNode rules = rules();
        ((ObjectNode) rules.path("municipalities")).put(story.unit(), "1280");
        putRules(rules);
        return this;
    }

    ObjectNode rules() {
        return story.as(one, () -> (ObjectNode)
                Story.bean("insats.ruleSets", RuleSets.class).json().deepCopy());
    }

    /** Puts rules in force under a version of their own. */
    void putRules(ObjectNode rules) {
        rules.put("version", "test-" + NUMBER.incrementAndGet());
        story.as(one, () -> {
            Story.bean("insats.ruleSets", RuleSets.class).put(rules);
        });
    }

    /** Ends the intervention of open care as the routine says, all on one day, with an approved plan lacking. */
    RecordsDesk ended() {
        String ending = story.endedByCaseWorker();
        story.act(story.treatmentLead(), ending, "finishDocumentation", "{}");
        story.act(story.unitManager(), ending, "close", "{}");
        return notesEstablished();
    }

    /** Establishes the journal notes that acts have begun. */
    RecordsDesk notesEstablished() {
        story.documentsOf("journalNote").stream()
                .filter(note -> note.status().equals("DRAFT"))
                .forEach(note -> story.act(story.caseWorker(), note.id(), "establish", "{}"));
        return this;
    }

    List<Closing.ToMend> toMend() {
        return story.as(story.caseWorker(), () -> closing().toMend(story.caseNumber()));
    }

    /** Closes the file, with a reason for each thing that may lack. */
    RecordsDesk closed() {
        ObjectNode reasons = JSON.createObjectNode();
        toMend().stream()
                .filter(Closing.ToMend::mayBeExplained)
                .forEach(item -> reasons.put(item.key(), "Upprättades aldrig"));
        story.as(story.caseWorker(), () -> closing().close(story.caseNumber(), reasons));
        return this;
    }

    RecordsDesk reopened() {
        story.as(story.caseWorker(), () -> closing().reopen(story.caseNumber(), "En rättelse ska göras"));
        return this;
    }

    static Closing closing() {
        return Story.bean("insats.fileClosing", Closing.class);
    }

    Holds.Hold held() {
        return story.as(one, () -> holds().put(story.caseNumber(), "Tillsyn pågår"));
    }

    static Holds holds() {
        return Story.bean("insats.holds", Holds.class);
    }

    JsonNode verdict() {
        return story.as(one, () ->
                (JsonNode) Story.bean("insats.verdicts", Verdicts.class).explained(story.caseNumber()));
    }

    static Disposals disposals() {
        return Story.bean("insats.disposals", Disposals.class);
    }

    Disposal proposed(int year) {
        return story.as(one, () -> disposals().propose(story.unit(), year));
    }

    Disposal approved(Disposal disposal) {
        return story.as(other, () -> disposals().approve(disposal.number()));
    }

    Disposal read(Disposal disposal) {
        return story.as(one, () -> disposals().get(disposal.number()));
    }

    /** The jobs as the scheduler runs them. */
    RecordsDesk jobs() {
        Story.bean("insats.judgeJob", JudgeJob.class).run();
        Story.bean("insats.disposalJob", DisposalJob.class).run();
        return this;
    }

    /** A file of open care in Malmö that was closed, with the last entry on a day. */
    static RecordsDesk closedOn(Story story, String day) {
        RecordsDesk desk = new RecordsDesk(story).outsideTheRegions();
        story.caseOpened("2016-05-12")
                .assignmentConsented()
                .granted(story.today().toString(), story.today().plusYears(1).toString())
                .orderSent()
                .allocated()
                .started();
        story.on(day);
        return desk.ended().closed();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

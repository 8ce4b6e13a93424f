package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;

/** The door to case files, people and who works in a case (bean {@code insats.caseFileService}). */
public interface CaseFileService {

    /**
     * Opens a case as the current user, who becomes its responsible case worker.
     *
     * @param request {@code {profile, unit, service, performerUnit, protectedCase, client:{…}, persons:[…]}}
     */
    CaseFile open(JsonNode request);

    /** Units that the current user may open cases for, in alphabetical order. */
    List<String> unitsToOpenIn();

    /**
     * The case, if the current user may read the case or an intervention in it.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} (404) otherwise
     */
    CaseFile byNumber(String caseNumber);

    /** The case that {@code node} (anything in a case) belongs to; reads with the system's rights. */
    CaseFile ofNode(NodeRef node);

    /** The file of a client or of a contractor with a number, whoever asks; read with the system's rights. */
    Optional<CaseFile> fileNumbered(String number);

    /** Cases that the current user may read, by number, after {@code after}. */
    List<CaseFile> list(Optional<String> after, int size);

    /** What {@code userName} is in the case and, where stated, in the intervention. */
    Set<Role> roles(String userName, NodeRef caseFile, Optional<NodeRef> intervention);

    /** Of what {@code userName} is in the case, what the table of rights grants an act to; empty where they may not. */
    Set<Role> rolesFor(String userName, NodeRef caseFile, Optional<NodeRef> intervention, String object, String act);

    /** Who works in the case now. */
    List<Member> members(NodeRef caseFile);

    /**
     * Adds somebody, as the table of rights lets the current user. As responsible case worker they take over from today, and
     * nobody else is responsible any longer (BR-110).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-STAFF-UNIT} for somebody who has not the role in a unit of the case
     */
    void addMember(String caseNumber, NewMember member);

    /** As {@link #addMember(String, NewMember)}, until taken off, to all that a unit of theirs carries out. */
    default void addMember(String caseNumber, String userName, Role role) {
        addMember(caseNumber, NewMember.of(userName, role));
    }

    /**
     * Lets somebody who has no part in the case read what an archivist reads, until a moment, inside the service person's scope; it
     * ends by itself. A moment that has passed ends it at once.
     */
    void readUntil(NodeRef caseFile, String userName, Instant until);

    /** Whether somebody reads the case for a limited time that is not out. */
    boolean isTimedReader(NodeRef caseFile, String userName);

    /**
     * Adds a person to the case, inside the service person's scope; returns the node id.
     *
     * @param person fields as in {@code POST cases/{caseNumber}/persons}
     */
    String newPerson(NodeRef caseFile, JsonNode person);

    /**
     * Ends a stand-in from today, where there is one.
     *
     * @param absent who is away
     * @return whether there was one
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS} (403) to who may not change who works in the case
     */
    boolean endStandIn(String caseNumber, String userName, String absent);

    /** Takes somebody off the case: removes every direct entry they have in it. */
    void removeMember(String caseNumber, String userName);

    /**
     * Adds somebody, from an act of another room, inside the service person's scope.
     *
     * @param intervention the one that somebody of the performing side works in (CON-111)
     */
    void join(NodeRef caseFile, Optional<NodeRef> intervention, String userName, Role role);

    /** Makes {@code userName} the one responsible case worker from {@code from} on (BR-110, BR-63); inside the scope. */
    void handOver(NodeRef caseFile, String userName, LocalDate from);

    /** Adds a person of the case as the current user; returns the person's id. */
    String addPerson(String caseNumber, JsonNode person);

    /** Changes a person of the case as the current user. */
    void updatePerson(String personId, JsonNode person);

    /** People of the case whom the current user may see. */
    List<Person> persons(NodeRef caseFile);

    /** The client of the case, read with the system's rights; for rules that need the birth date. */
    Person client(NodeRef caseFile);
}

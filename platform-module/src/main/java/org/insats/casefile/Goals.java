package org.insats.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * The door to goals (bean {@code insats.goals}). A goal is a node of the intervention with an identity and ratings; each
 * document keeps goal id and text as it stood, and may not reword what was carried over (BR-50).
 */
public interface Goals {

    /** Current goals of an intervention, by priority and then by age. */
    List<NodeRef> of(NodeRef intervention);

    /** Current goals of an intervention as the JSON text of {@code ins:goals}, for a document that carries them over. */
    Optional<String> carriedOver(NodeRef intervention);

    /** The same, as JSON, with ratings. */
    ArrayNode describe(NodeRef intervention);

    /**
     * Every goal there is or has been, the current ones first, as JSON for the case overview: with {@code state} and the ratings
     * over time.
     */
    ArrayNode describeAll(NodeRef intervention);

    /**
     * Gives a node to every goal of the document that has none yet; returns the JSON text with the ids, to write to the
     * document. Inside the service person's scope.
     */
    Optional<String> identify(Document document);

    /** As {@link #identify(Document)}, for goals that stand in another list of the document, for example its sub-goals. */
    Optional<String> identify(Document document, QName list);

    /** A goal that a later plan no longer has: it keeps its ratings and is carried over no more. Inside the scope. */
    void retire(NodeRef goal);

    /**
     * Refuses where the document words a goal otherwise than the goal's node does.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-50}
     */
    void requireUnchanged(Document document);

    /** Adds a rating from a follow-up to a goal; attainment may be empty. Inside the scope. */
    void rate(String goalId, Document followUp, LocalDate date, Optional<String> attainment, String result);
}

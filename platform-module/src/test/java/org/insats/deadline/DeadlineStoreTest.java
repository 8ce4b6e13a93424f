package org.insats.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

class DeadlineStoreTest {

    private static final NodeRef INTERVENTION =
            new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, "11111111-1111-1111-1111-111111111111");

    private final Map<QName, Serializable> stored = new HashMap<>();
    private int updates;
    private boolean nameIsTaken;
    private final DeadlineStore store = new DeadlineStore(nodes(), new WorkSlots());

    /** The platform does a transaction over for a concurrency failure, never for a name that is taken. */
    @Test
    @Covers("DLC-13")
    void aDeadlineMadeTwiceAtOnceIsDoneOver() {
        nameIsTaken = true;

        assertThatThrownBy(() -> create(Map.of()))
                .isInstanceOf(ConcurrencyFailureException.class)
                // As its cause, the platform would take it for what is never tried again.
                .hasNoCause()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .hasOnlyElementsOfType(DuplicateChildNodeNameException.class)
                        .hasSize(1));
    }

    @Test
    @Covers("DLC-16")
    void aNewOneStandsOnTheListsOfAllWhoShareIt() {
        LiveDeadline made = create(open());

        assertThat(list(made))
                .containsExactly("GROUP_INSATS_CASE_WORKER_SOC", "GROUP_INSATS_THERAPIST_SRV", "unit:SOC", "unit:SRV");
        assertThat(made.listKey()).contains("9999-12-31-" + made.id());
        assertThat(made.instant(DeadlineModel.NEXT_ACTION_AT)).contains(Instant.parse("2026-06-11T12:15:00Z"));
        assertThat(made.intervention()).isEqualTo(INTERVENTION);
    }

    @Test
    @Covers("DLC-16")
    void oneThatIsDoneStandsOnNoListAndIsWrittenOnce() {
        LiveDeadline made = create(open());
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(DeadlineModel.NEXT_ACTION_AT, null);
        changes.put(DeadlineModel.DEADLINE_STATE, "MET");

        LiveDeadline done = store.write(made, changes);

        assertThat(done.listKey()).isEmpty();
        assertThat(stored)
                .doesNotContainKeys(DeadlineModel.LIST_KEY, DeadlineModel.LISTED_FOR, DeadlineModel.NEXT_ACTION_AT);
        assertThat(stored).containsEntry(DeadlineModel.DEADLINE_STATE, "MET");
        assertThat(updates).isEqualTo(1);
    }

    @Test
    @Covers("DLC-16")
    void anEscalatedOneStandsOnTheListOfThoseItWasEscalatedToUntilItsDateMoves() {
        LiveDeadline made = create(open());

        LiveDeadline escalated = store.write(
                made,
                Map.of(
                        DeadlineModel.ESCALATED_AT,
                        new Date(),
                        DeadlineModel.ESCALATED_GROUPS,
                        "GROUP_INSATS_LEAD_SOCIAL_WORKER_SOC"));
        assertThat(list(escalated)).contains("GROUP_INSATS_LEAD_SOCIAL_WORKER_SOC");

        Map<QName, Serializable> moved = new HashMap<>();
        moved.put(DeadlineModel.ESCALATED_AT, null);
        assertThat(list(store.write(escalated, moved))).doesNotContain("GROUP_INSATS_LEAD_SOCIAL_WORKER_SOC");
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() {
        LiveDeadline made = create(open());

        store.write(made, Map.of(DeadlineModel.NEXT_ACTION_AT, Date.from(Instant.parse("2026-06-11T12:29:00Z"))));

        assertThat(updates).isZero();
    }

    private static Map<QName, Serializable> open() {
        return Map.of(
                DeadlineModel.NEXT_ACTION_AT,
                Date.from(Instant.parse("2026-06-11T12:20:30Z")),
                DeadlineModel.DEADLINE_UNIT,
                "SOC",
                DeadlineModel.OWNER_GROUPS,
                "GROUP_INSATS_CASE_WORKER_SOC,GROUP_INSATS_THERAPIST_SRV");
    }

    private LiveDeadline create(Map<QName, Serializable> properties) {
        Intervention intervention =
                new Intervention(INTERVENTION, INTERVENTION, Map.of(CaseModel.CASE_NUMBER, "2026-000001"));
        return store.create(intervention, "2026-000001-DL-06-1", properties);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(LiveDeadline deadline) {
        return (List<String>) deadline.properties().get(DeadlineModel.LISTED_FOR);
    }

    /** One node that keeps what it is given. */
    private NodeService nodes() {
        return (NodeService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {NodeService.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "createNode" -> made((QName) given[1], (QName) given[2], given[4]);
                    case "getProperties" -> new HashMap<>(stored);
                    case "addProperties" -> keep(given[1]);
                    case "setProperties" -> {
                        stored.clear();
                        yield keep(given[1]);
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private ChildAssociationRef made(QName association, QName name, Object properties) {
        if (nameIsTaken) {
            throw new DuplicateChildNodeNameException(INTERVENTION, association, name.getLocalName(), null);
        }
        keep(properties);
        updates = 0;
        String id = stored.get(ContentModel.PROP_NODE_UUID).toString();
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        return new ChildAssociationRef(association, INTERVENTION, name, node);
    }

    @SuppressWarnings("unchecked")
    private Object keep(Object properties) {
        stored.putAll((Map<QName, Serializable>) properties);
        updates++;
        return null;
    }
}

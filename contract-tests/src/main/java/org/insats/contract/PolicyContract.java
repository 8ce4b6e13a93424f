package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.contract.Watchers.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Behaviours: when each frequency is called, with what, and what becomes of their refusals. */
@Tag("policy")
class PolicyContract extends InFolder {

    private static final QName OBSERVED = Ct.name("observed");
    private static final QName ALWAYS = Ct.name("watchedAlways");
    private static final QName FIRST = Ct.name("watchedFirst");
    private static final QName AT_COMMIT = Ct.name("watchedAtCommit");

    @BeforeEach
    void forget() {
        Watchers.takeSeen();
    }

    private NodeRef watched(QName aspect) {
        NodeRef node = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.ITEM, Map.of(Ct.TEXT, "a"));
            repo.nodes.addAspect(made, aspect, null);
            return made;
        });
        Watchers.takeSeen();
        return node;
    }

    private void writeTwice(NodeRef node, String first, String second) {
        repo.adminDo(() -> {
            repo.nodes.setProperty(node, Ct.TEXT, first);
            repo.nodes.setProperty(node, Ct.TEXT, second);
        });
    }

    @Test
    void everyEventSeesEachChange() {
        writeTwice(watched(ALWAYS), "b", "c");
        assertThat(Watchers.takeSeen()).containsExactly("a>b", "b>c");
    }

    @Test
    void firstEventSeesTheFirstChangeOnly() {
        writeTwice(watched(FIRST), "b", "c");
        assertThat(Watchers.takeSeen()).containsExactly("a>b");
    }

    @Test
    void firstEventMissesALaterForbiddenChange() {
        NodeRef node = watched(FIRST);
        writeTwice(node, "b", Watchers.REFUSED);
        assertThat(read(node, Ct.TEXT)).isEqualTo(Watchers.REFUSED);
    }

    @Test
    void commitSeesFromTheFirstToTheLastAtOnce() {
        NodeRef node = watched(AT_COMMIT);
        writeTwice(node, "b", "c");
        assertThat(Watchers.takeSeen()).containsExactly("a>c");
    }

    @Test
    void sameValueAgainIsNoChange() {
        NodeRef node = watched(ALWAYS);
        write(node, Ct.TEXT, "a");
        assertThat(Watchers.takeSeen()).isEmpty();
    }

    @Test
    void addPropertiesIsOneChange() {
        NodeRef node = watched(ALWAYS);
        repo.adminDo(() -> repo.nodes.addProperties(node, Map.of(Ct.TEXT, "b", Ct.NUMBER, 1)));
        assertThat(Watchers.takeSeen()).containsExactly("a>b");
    }

    @Test
    void refusalOfEveryEventReachesTheCallerAsItIs() {
        NodeRef node = watched(ALWAYS);
        assertThatThrownBy(() -> write(node, Ct.TEXT, Watchers.REFUSED))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("INS-CT-01: choose another text");
        assertThat(read(node, Ct.TEXT)).isEqualTo("a");
    }

    @Test
    void refusalThatTheCallerSwallowsRollsTheTransactionBackSilently() {
        NodeRef node = watched(ALWAYS);
        repo.adminDo(() -> {
            repo.nodes.setProperty(node, Ct.NUMBER, 1);
            assertThatThrownBy(() -> repo.nodes.setProperty(node, Ct.TEXT, Watchers.REFUSED))
                    .isInstanceOf(Refused.class);
        });
        assertThat(read(node, Ct.TEXT)).isEqualTo("a");
        assertThat(read(node, Ct.NUMBER)).isNull();
    }

    @Test
    void refusalAtCommitIsWrappedAndRollsBack() {
        NodeRef node = watched(AT_COMMIT);
        assertThatThrownBy(() -> write(node, Ct.TEXT, Watchers.REFUSED))
                .isNotInstanceOf(IntegrityException.class)
                .hasRootCauseInstanceOf(Refused.class);
        assertThat(read(node, Ct.TEXT)).isEqualTo("a");
    }

    @Test
    void messageOfARefusalBeginsWithTheErrorNumber() {
        assertThat(new Refused()).hasMessageMatching("\\d{8} INS-CT-01: choose another text");
    }

    @Test
    void behavioursOfAnAspectCanBeSwitchedOffForANodeAndTransaction() {
        NodeRef node = watched(ALWAYS);
        repo.adminDo(() -> {
            repo.behaviourFilter.disableBehaviour(node, ALWAYS);
            repo.nodes.setProperty(node, Ct.TEXT, Watchers.REFUSED);
        });
        assertThat(Watchers.takeSeen()).isEmpty();
        write(node, Ct.TEXT, "b");
        assertThat(Watchers.takeSeen()).containsExactly(Watchers.REFUSED + ">b");
    }

    @Test
    void behavioursOfAnAspectCanBeSwitchedOffForAllNodesAndOnAgain() {
        NodeRef node = watched(ALWAYS);
        repo.adminDo(() -> {
            repo.behaviourFilter.disableBehaviour(ALWAYS);
            repo.nodes.setProperty(node, Ct.TEXT, "b");
            repo.behaviourFilter.enableBehaviour(ALWAYS);
            repo.nodes.setProperty(node, Ct.TEXT, "c");
        });
        assertThat(Watchers.takeSeen()).containsExactly("b>c");
    }

    @Test
    void nodeWithoutTheAspectIsNotWatched() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        write(node, Ct.TEXT, "b");
        assertThat(Watchers.takeSeen()).isEmpty();
    }

    @Test
    void rawBeanTellsBehavioursToo() {
        NodeRef node = watched(ALWAYS);
        repo.adminDo(() -> repo.rawNodes.setProperty(node, Ct.TEXT, "b"));
        assertThat(Watchers.takeSeen()).containsExactly("a>b");
    }

    private NodeRef observed(String text) {
        NodeRef node = make(OBSERVED, Map.of(Ct.TEXT, text));
        Observer.takeSeen();
        return node;
    }

    @Test
    void creatingTellsBeforeAfterAndOfTheProperties() {
        Observer.takeSeen();
        make(OBSERVED, Map.of(Ct.TEXT, "a"));
        assertThat(Observer.takeSeen())
                .containsExactly("before create observed by contains", "created with a", "properties null>a");
    }

    @Test
    void aspectsTellTheirOwnBehavioursOnlyAndNotThoseOfTheType() {
        NodeRef node = observed("a");
        repo.adminDo(() -> repo.nodes.addAspect(node, Ct.MARKED, Map.of(Ct.MARK, "x")));
        assertThat(Observer.takeSeen()).containsExactlyInAnyOrder("aspect marked there true", "properties a>a");
        repo.adminDo(() -> repo.nodes.removeAspect(node, Ct.MARKED));
        assertThat(Observer.takeSeen()).contains("before remove marked there true");
    }

    @Test
    void movingTellsBeforeAndAfter() {
        NodeRef node = observed("a");
        NodeRef target = make(ContentModel.TYPE_FOLDER, Map.of());
        repo.adminDo(() -> repo.nodes.moveNode(node, target, ContentModel.ASSOC_CONTAINS, Ct.cm("moved")));
        assertThat(Observer.takeSeen()).containsSubsequence("before move", "moved true");
    }

    @Test
    void changingTheTypeTellsBefore() {
        NodeRef node = observed("a");
        repo.adminDo(() -> repo.nodes.setType(node, Ct.SPECIAL_ITEM));
        assertThat(Observer.takeSeen()).contains("before type observed>specialItem");
    }

    @Test
    void deletingTellsBeforeAndAfter() {
        NodeRef node = observed("a");
        repo.adminDo(() -> repo.nodes.deleteNode(node));
        assertThat(Observer.takeSeen()).containsExactly("before delete of a", "deleted, archived false");
    }

    @Test
    void deletingAParentTellsOfItsChildren() {
        NodeRef parent = make(ContentModel.TYPE_FOLDER, Map.of());
        repo.adminDo(() -> repo.create(parent, OBSERVED, Map.of(Ct.TEXT, "child")));
        Observer.takeSeen();
        repo.adminDo(() -> repo.nodes.deleteNode(parent));
        assertThat(Observer.takeSeen()).contains("before delete of child");
    }

    @Test
    void newChildTellsItsParentsAssociation() {
        NodeRef node = observed("a");
        repo.adminDo(() -> repo.create(node, Ct.PARTS, Ct.ITEM, Map.of()));
        assertThat(Observer.takeSeen()).containsExactly("child parts new true");
        repo.adminDo(() -> repo.create(node, Ct.NOTES, Ct.ITEM, Map.of()));
        assertThat(Observer.takeSeen()).isEmpty();
    }
}

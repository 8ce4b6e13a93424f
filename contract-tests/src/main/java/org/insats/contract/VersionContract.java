package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Versions: when they are cut, what they are called and what they freeze. */
@Tag("version")
class VersionContract extends InFolder {

    private static final Map<QName, Serializable> ON_PROPERTIES = Map.of(
            ContentModel.PROP_INITIAL_VERSION, true,
            ContentModel.PROP_AUTO_VERSION, true,
            ContentModel.PROP_AUTO_VERSION_PROPS, true);

    private NodeRef versioned(Map<QName, Serializable> settings, String state) {
        return repo.admin(() -> {
            NodeRef node = repo.create(folder, Ct.DOCUMENT, Map.of(Ct.STATE, state));
            repo.nodes.addAspect(node, ContentModel.ASPECT_VERSIONABLE, new HashMap<>(settings));
            return node;
        });
    }

    private Collection<Version> versions(NodeRef node) {
        return repo.admin(() -> {
            VersionHistory history = repo.versions.getVersionHistory(node);
            return history == null ? List.<Version>of() : history.getAllVersions();
        });
    }

    private List<String> labels(NodeRef node) {
        return versions(node).stream().map(Version::getVersionLabel).toList();
    }

    private Serializable frozen(NodeRef node, String label, QName property) {
        return repo.admin(() -> repo.nodes.getProperty(
                repo.versions.getVersionHistory(node).getVersion(label).getFrozenStateNodeRef(), property));
    }

    @Test
    void firstVersionIsCutAtTheEndOfTheTransaction() {
        NodeRef node = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of(Ct.STATE, "a"));
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, new HashMap<>(ON_PROPERTIES));
            assertThat(repo.versions.getVersionHistory(made)).isNull();
            return made;
        });
        assertThat(labels(node)).containsExactly("1.0");
        assertThat(read(node, ContentModel.PROP_VERSION_LABEL)).isEqualTo("1.0");
    }

    @Test
    void firstVersionHasWhatWasSetInTheSameTransaction() {
        NodeRef node = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of());
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, new HashMap<>(ON_PROPERTIES));
            repo.nodes.setProperty(made, Ct.STATE, "late");
            return made;
        });
        assertThat(labels(node)).containsExactly("1.0");
        assertThat(frozen(node, "1.0", Ct.STATE)).isEqualTo("late");
    }

    @Test
    void propertyChangeCutsAVersionOnlyWhenAskedTo() {
        Map<QName, Serializable> settings = new HashMap<>(ON_PROPERTIES);
        settings.put(ContentModel.PROP_AUTO_VERSION_PROPS, false);
        NodeRef silent = versioned(settings, "a");
        write(silent, Ct.STATE, "b");
        assertThat(labels(silent)).containsExactly("1.0");
        NodeRef node = versioned(ON_PROPERTIES, "a");
        write(node, Ct.STATE, "b");
        assertThat(labels(node)).containsExactly("1.1", "1.0");
    }

    @Test
    void propertyVersionsAreOffWhereNothingIsSaid() {
        NodeRef node = versioned(Map.of(), "a");
        assertThat(read(node, ContentModel.PROP_AUTO_VERSION)).isEqualTo(true);
        assertThat(read(node, ContentModel.PROP_AUTO_VERSION_PROPS)).isEqualTo(false);
        assertThat(read(node, ContentModel.PROP_INITIAL_VERSION)).isEqualTo(true);
    }

    @Test
    void oneVersionATransactionWhateverIsChangedInIt() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        repo.adminDo(() -> {
            repo.nodes.setProperty(node, Ct.STATE, "b");
            repo.contents.getWriter(node, ContentModel.PROP_CONTENT, true).putContent("text");
            repo.nodes.setProperty(node, Ct.STATE, "c");
        });
        assertThat(labels(node)).containsExactly("1.1", "1.0");
        assertThat(frozen(node, "1.1", Ct.STATE)).isEqualTo("c");
        assertThat(frozen(node, "1.0", Ct.STATE)).isEqualTo("a");
    }

    @Test
    void contentChangeCutsAVersionAndEachKeepsItsContent() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        repo.adminDo(() ->
                repo.contents.getWriter(node, ContentModel.PROP_CONTENT, true).putContent("one"));
        repo.adminDo(() ->
                repo.contents.getWriter(node, ContentModel.PROP_CONTENT, true).putContent("two"));
        assertThat(labels(node)).containsExactly("1.2", "1.1", "1.0");
        assertThat(contentOf(node, "1.1")).isEqualTo("one");
        assertThat(contentOf(node, "1.2")).isEqualTo("two");
    }

    private String contentOf(NodeRef node, String label) {
        return repo.admin(() -> repo.contents
                .getReader(
                        repo.versions.getVersionHistory(node).getVersion(label).getFrozenStateNodeRef(),
                        ContentModel.PROP_CONTENT)
                .getContentString());
    }

    @Test
    void switchedOffVersioningCutsNone() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        repo.adminDo(() -> {
            repo.behaviourFilter.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
            repo.nodes.setProperty(node, Ct.STATE, "moved by the system");
        });
        assertThat(labels(node)).containsExactly("1.0");
        write(node, Ct.STATE, "b");
        assertThat(labels(node)).containsExactly("1.1", "1.0");
    }

    @Test
    void versionCutByHandIsMinorAndMayCarryAComment() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        Version version = repo.admin(() -> repo.versions.createVersion(node, Map.of("description", "sent")));
        assertThat(version.getVersionLabel()).isEqualTo("1.1");
        assertThat(version.getDescription()).isEqualTo("sent");
        assertThat(labels(node)).containsExactly("1.1", "1.0");
    }

    @Test
    void versionTellsWhoFrozeItAndWhatNodeItIsOf() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        Version version = repo.admin(() -> repo.versions.getCurrentVersion(node));
        assertThat(version.getVersionedNodeRef()).isEqualTo(node);
        assertThat(version.getFrozenModifier()).isEqualTo("admin");
        assertThat(version.getFrozenModifiedDate()).isEqualTo(read(node, ContentModel.PROP_MODIFIED));
    }

    @Test
    void frozenPropertiesDoNotFollowTheNode() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        write(node, Ct.STATE, "b");
        assertThat(frozen(node, "1.0", Ct.STATE)).isEqualTo("a");
        assertThat(frozen(node, "1.0", ContentModel.PROP_NAME)).isEqualTo(read(node, ContentModel.PROP_NAME));
    }

    @Test
    void frozenChildrenAreTheLiveOnes() {
        NodeRef node = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of(Ct.STATE, "a"));
            repo.create(made, Ct.name("enclosures"), Ct.ITEM, Map.of(Ct.TEXT, "then"));
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, new HashMap<>(ON_PROPERTIES));
            return made;
        });
        List<NodeRef> live = children(node);
        write(live.get(0), Ct.TEXT, "now");
        NodeRef frozen = repo.admin(() -> repo.versions.getCurrentVersion(node).getFrozenStateNodeRef());
        assertThat(children(frozen)).isEqualTo(live);
        assertThat(read(children(frozen).get(0), Ct.TEXT)).isEqualTo("now");
    }

    private List<NodeRef> children(NodeRef node) {
        return repo.admin(() -> repo.nodes.getChildAssocs(node).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList());
    }

    @Test
    void revertingBringsTheOldPropertiesBackAsANewVersion() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        write(node, Ct.STATE, "b");
        repo.adminDo(() ->
                repo.versions.revert(node, repo.versions.getVersionHistory(node).getVersion("1.0")));
        assertThat(read(node, Ct.STATE)).isEqualTo("a");
        assertThat(labels(node)).startsWith("1.1", "1.0").hasSize(2);
    }

    @Test
    void deletedVersionIsGone() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        write(node, Ct.STATE, "b");
        repo.adminDo(() -> repo.versions.deleteVersion(
                node, repo.versions.getVersionHistory(node).getVersion("1.0")));
        assertThat(labels(node)).containsExactly("1.1");
    }

    @Test
    void deletingTheVersionTheNodeStandsAtSetsTheNodeBack() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        write(node, Ct.STATE, "b");
        repo.adminDo(() -> repo.versions.deleteVersion(node, repo.versions.getCurrentVersion(node)));
        assertThat(labels(node)).containsExactly("1.0");
        assertThat(read(node, Ct.STATE)).isEqualTo("a");
    }

    @Test
    void takingTheAspectAwayTakesTheHistory() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        repo.adminDo(() -> repo.nodes.removeAspect(node, ContentModel.ASPECT_VERSIONABLE));
        assertThat(labels(node)).isEmpty();
    }

    @Test
    void nodeThatIsNotVersionedHasNoHistory() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        assertThat(labels(node)).isEmpty();
        assertThat((Object) repo.admin(() -> repo.versions.getCurrentVersion(node)))
                .isNull();
    }

    @Test
    void rolledBackChangeLeavesNoVersion() {
        NodeRef node = versioned(ON_PROPERTIES, "a");
        try {
            repo.adminDo(() -> {
                repo.nodes.setProperty(node, Ct.STATE, "b");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no");
        }
        assertThat(labels(node)).containsExactly("1.0");
    }
}

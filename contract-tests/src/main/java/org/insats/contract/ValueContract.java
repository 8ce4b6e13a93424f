package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values come back as their property is declared, however they were given. */
@Tag("value")
class ValueContract extends InFolder {

    private static final Date NOON = Date.from(Instant.parse("2026-03-29T12:00:00Z"));

    private Serializable back(QName property, Serializable value) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(property, value);
        return read(make(Ct.ITEM, properties), property);
    }

    @Test
    void numbersComeBackAsDeclared() {
        assertThat(back(Ct.NUMBER, 42L)).isEqualTo(42);
        assertThat(back(Ct.NUMBER, "42")).isEqualTo(42);
        assertThat(back(Ct.LONG, 42)).isEqualTo(42L);
        assertThat(back(Ct.name("ratio"), 1.5f)).isEqualTo(1.5);
        assertThat(back(Ct.TEXT, 42)).isEqualTo("42");
    }

    @Test
    void truthComesBackAsDeclared() {
        assertThat(back(Ct.name("truth"), "true")).isEqualTo(true);
        assertThat(back(Ct.name("truth"), false)).isEqualTo(false);
    }

    @Test
    void dateIsAnInstantAndComesBackToTheMillisecond() {
        assertThat(back(Ct.DAY, NOON)).isEqualTo(NOON).isInstanceOf(Date.class);
        Date exact = Date.from(Instant.parse("2026-10-25T00:59:59.123Z"));
        assertThat(back(Ct.MOMENT, exact)).isEqualTo(exact);
        assertThat(back(Ct.DAY, exact)).isEqualTo(exact);
    }

    @Test
    void writtenDateIsRead() {
        assertThat(back(Ct.MOMENT, "2026-03-29T12:00:00.000Z")).isEqualTo(NOON);
    }

    @Test
    void referencesAndNamesComeBack() {
        assertThat(back(Ct.name("node"), folder)).isEqualTo(folder);
        assertThat(back(Ct.name("node"), folder.toString())).isEqualTo(folder);
        assertThat(back(Ct.name("kind"), Ct.ITEM)).isEqualTo(Ct.ITEM);
    }

    @Test
    void multilingualTextComesBackAsTextInTheThreadsLocale() {
        assertThat(back(Ct.name("caption"), "rubrik")).isEqualTo("rubrik");
    }

    @Test
    void listsComeBackInOrder() {
        assertThat(back(Ct.TEXTS, new ArrayList<>(List.of("b", "a", "b")))).isEqualTo(List.of("b", "a", "b"));
        assertThat(back(Ct.name("days"), new ArrayList<>(List.of(NOON)))).isEqualTo(List.of(NOON));
    }

    @Test
    void oneValueOfAListComesBackAsAList() {
        assertThat(back(Ct.TEXTS, "only")).isEqualTo(List.of("only"));
    }

    @Test
    void emptyListComesBackAsAnEmptyList() {
        assertThat(back(Ct.TEXTS, new ArrayList<>())).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 1025, 4000, 4001, 100_000})
    void longTextComesBackWhole(int length) {
        String text = "åÄ€x".repeat(length / 4 + 1).substring(0, length);
        assertThat(back(Ct.TEXT, text)).isEqualTo(text);
    }

    @Test
    void textOutsideTheBasicPlaneAndLineBreaksComeBack() {
        assertThat(back(Ct.TEXT, "a\r\nb\t\uD83D\uDE00 'x' \"y\" \\ <script>"))
                .isEqualTo("a\r\nb\t\uD83D\uDE00 'x' \"y\" \\ <script>");
    }

    @Test
    void nullCharacterIsRefused() {
        assertThatThrownBy(() -> back(Ct.TEXT, "a\0b")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void propertySetToNothingIsThereWithoutValue() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        write(node, Ct.TEXT, null);
        Map<QName, Serializable> all = repo.admin(() -> repo.nodes.getProperties(node));
        assertThat(all).containsKey(Ct.TEXT);
        assertThat(all.get(Ct.TEXT)).isNull();
    }

    @Test
    void propertyTakenAwayOrNeverSetIsMissing() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        repo.adminDo(() -> repo.nodes.removeProperty(node, Ct.TEXT));
        Map<QName, Serializable> all = repo.admin(() -> repo.nodes.getProperties(node));
        assertThat(all).doesNotContainKeys(Ct.TEXT, Ct.NUMBER);
        assertThat(read(node, Ct.TEXT)).isNull();
    }

    @Test
    void setPropertiesTakesTheOthersAwayAndAddPropertiesDoesNot() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a", Ct.NUMBER, 1));
        repo.adminDo(() -> repo.nodes.addProperties(node, Map.of(Ct.LONG, 2L)));
        assertThat(read(node, Ct.TEXT)).isEqualTo("a");
        repo.adminDo(() ->
                repo.nodes.setProperties(node, Map.of(ContentModel.PROP_NAME, Repo.unique("contract-"), Ct.NUMBER, 5)));
        assertThat(read(node, Ct.TEXT)).isNull();
        assertThat(read(node, Ct.NUMBER)).isEqualTo(5);
        assertThat(read(node, ContentModel.PROP_CREATOR)).isEqualTo("admin");
    }

    @Test
    void propertyOfAnAspectBringsTheAspect() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.MARK, "x"));
        assertThat(repo.admin(() -> repo.nodes.hasAspect(node, Ct.MARKED))).isTrue();
        assertThat(read(node, Ct.name("markState"))).isEqualTo("new");
        NodeRef other = make(Ct.ITEM, Map.of());
        write(other, Ct.MARK, "y");
        assertThat(repo.admin(() -> repo.nodes.hasAspect(other, Ct.MARKED))).isTrue();
    }

    @Test
    void aspectTakenAwayTakesItsProperties() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.MARK, "x"));
        repo.adminDo(() -> repo.nodes.removeAspect(node, Ct.MARKED));
        assertThat(read(node, Ct.MARK)).isNull();
    }

    @Test
    void valuesReadAreACopy() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        repo.adminDo(() -> repo.nodes.getProperties(node).put(Ct.TEXT, "changed"));
        assertThat(read(node, Ct.TEXT)).isEqualTo("a");
    }

    @Test
    void changeMovesTheModifiedDateAndNothingElseDoes() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        Serializable before = read(node, ContentModel.PROP_MODIFIED);
        String anna = repo.person("contract.anna");
        repo.adminDo(() -> repo.permissions.setPermission(folder, anna, "Editor", true));
        repo.asDo(anna, () -> repo.nodes.setProperty(node, Ct.TEXT, "b"));
        assertThat(read(node, ContentModel.PROP_MODIFIER)).isEqualTo(anna);
        assertThat(read(node, ContentModel.PROP_CREATOR)).isEqualTo("admin");
        assertThat((Date) read(node, ContentModel.PROP_MODIFIED)).isAfterOrEqualTo((Date) before);
    }

    @Test
    void auditPropertiesOfANodeThatIsThereCannotBeWritten() {
        NodeRef node = make(Ct.ITEM, Map.of());
        write(node, ContentModel.PROP_CREATOR, "somebody");
        write(node, ContentModel.PROP_CREATED, NOON);
        assertThat(read(node, ContentModel.PROP_CREATOR)).isEqualTo("admin");
        assertThat(read(node, ContentModel.PROP_CREATED)).isNotEqualTo(NOON);
    }

    @Test
    void auditPropertiesStayWhereTheirBehaviourIsSwitchedOff() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "a"));
        String anna = repo.person("contract.anna");
        repo.adminDo(() -> repo.permissions.setPermission(folder, anna, "Editor", true));
        Serializable before = read(node, ContentModel.PROP_MODIFIED);
        repo.asDo(anna, () -> {
            repo.behaviourFilter.disableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
            repo.nodes.setProperty(node, Ct.TEXT, "b");
        });
        assertThat(read(node, ContentModel.PROP_MODIFIER)).isEqualTo("admin");
        assertThat(read(node, ContentModel.PROP_MODIFIED)).isEqualTo(before);
    }
}

package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints are checked at the end of the transaction and refuse it. */
@Tag("constraint")
class ConstraintContract extends InFolder {

    @ParameterizedTest
    @CsvSource({
        "colour, RED",
        "code, ABC-12",
        "shortText, ab",
        "shortText, abcde",
        "grade, 1",
        "grade, 10",
    })
    void valueWithinIsTaken(String property, String value) {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.name(property), value));
        assertThat(read(node, Ct.name(property))).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, GREEN",
        "colour, red",
        "colour, ''",
        "code, abc-12",
        "code, ABC-123",
        "shortText, a",
        "shortText, abcdef",
        "grade, 0",
        "grade, 11",
    })
    void valueOutsideIsRefused(String property, String value) {
        assertThatThrownBy(() -> make(Ct.ITEM, Map.of(Ct.name(property), value)))
                .isInstanceOf(IntegrityException.class);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).isEmpty();
    }

    @Test
    void nothingIsConstrainedWhereThereIsNoValue() {
        NodeRef node = make(Ct.ITEM, Map.of());
        write(node, Ct.name("colour"), null);
        assertThat(read(node, Ct.name("colour"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a\\b", "a:b", "a*b", "a?b", "a\"b", "a<b", "a>b", "a|b", "ends.", "ends "})
    void nameThatFileSystemsRefuseIsRefused(String name) {
        assertThatThrownBy(() -> make(Ct.ITEM, Map.of(ContentModel.PROP_NAME, name)))
                .isInstanceOf(IntegrityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-000123-BST-01.pdf", "Ärende åäö.pdf", "a'b (1) & c;d.pdf", ".hidden"})
    void otherNamesAreTaken(String name) {
        NodeRef node = make(Ct.ITEM, Map.of(ContentModel.PROP_NAME, name));
        assertThat(read(node, ContentModel.PROP_NAME)).isEqualTo(name);
    }

    @Test
    void textThatIsNoNumberIsRefusedAtOnce() {
        assertThatThrownBy(() -> make(Ct.ITEM, Map.of(Ct.NUMBER, "seven"))).isInstanceOf(RuntimeException.class);
        assertThat(read(make(Ct.ITEM, Map.of(Ct.NUMBER, "7")), Ct.NUMBER)).isEqualTo(7);
    }

    @Test
    void propertyThatNoModelKnowsIsKeptAllTheSame() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.name("unknown"), "kept"));
        assertThat(read(node, Ct.name("unknown"))).isEqualTo("kept");
    }

    @Test
    void typeThatNoModelKnowsIsRefused() {
        assertThatThrownBy(() -> make(Ct.name("noSuchType"), Map.of())).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aspectThatNoModelKnowsIsRefused() {
        NodeRef node = make(Ct.ITEM, Map.of());
        assertThatThrownBy(() -> repo.adminDo(() -> repo.nodes.addAspect(node, Ct.name("noSuchAspect"), null)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void listWhereOneValueBelongsIsRefused() {
        assertThatThrownBy(() -> make(Ct.ITEM, Map.of(Ct.TEXT, new java.util.ArrayList<>(java.util.List.of("a", "b")))))
                .isInstanceOf(RuntimeException.class);
    }
}

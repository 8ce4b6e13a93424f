package org.alfresco.service.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class QNameTest {

    private static final NamespacePrefixResolver PREFIXES = new NamespacePrefixResolver() {
        @Override
        public String getNamespaceURI(String prefix) {
            return prefix.equals("t") ? "http://test/1.0" : null;
        }

        @Override
        public Collection<String> getPrefixes(String namespaceURI) {
            return namespaceURI.equals("http://test/1.0") ? List.of("t") : List.of();
        }
    };

    @Test
    void fullFormReadsBack() {
        QName name = QName.createQName("http://test/1.0", "order");
        assertThat(name).hasToString("{http://test/1.0}order").isEqualTo(QName.createQName(name.toString()));
    }

    @Test
    void prefixIsOnlyForShow() {
        QName prefixed = QName.createQName("t:order", PREFIXES);
        QName full = QName.createQName("{http://test/1.0}order");
        assertThat(prefixed).isEqualTo(full).hasSameHashCodeAs(full);
        assertThat(prefixed.toPrefixString()).isEqualTo("t:order");
        assertThat(full.toPrefixString()).isEqualTo("order");
        assertThat(full.toPrefixString(PREFIXES)).isEqualTo("t:order");
    }

    @Test
    void nameWithoutNamespaceIsInTheDefaultOne() {
        assertThat(QName.createQName("order").getNamespaceURI()).isEmpty();
        assertThat(QName.createQName((String) null, "order")).isEqualTo(QName.createQName("", "order"));
    }

    @Test
    void sortsByUriThenName() {
        QName a = QName.createQName("a", "z");
        QName b = QName.createQName("b", "a");
        assertThat(List.of(b, a).stream().sorted()).containsExactly(a, b);
    }

    @Test
    void refusesWhatIsNoName() {
        assertThatThrownBy(() -> QName.createQName("")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QName.createQName("{http://test/1.0}")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QName.createQName("{http://test/1.0")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QName.createQName("x:order", PREFIXES)).hasMessageContaining("x");
    }
}

package org.insats.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class EventStreamCheckTest {

    /** The platform's filter as far as it is asked. */
    public static final class Filter {

        private final Set<QName> excluded;
        private boolean read;

        Filter(QName... excluded) {
            this.excluded = Set.of(excluded);
        }

        /** Reads the setting anew. */
        public void init() {
            read = true;
        }

        /** Whether nodes of the type are left out. */
        public boolean isExcluded(QName type) {
            return read && excluded.contains(type);
        }
    }

    private static EventStreamCheck check(Filter filter, boolean enabled) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (filter != null) {
            beans.addBean("event2NodeTypeFilter", filter);
        }
        return new EventStreamCheck(beans, dictionary(), enabled);
    }

    private static DictionaryService dictionary() {
        return (DictionaryService) Proxy.newProxyInstance(
                EventStreamCheckTest.class.getClassLoader(),
                new Class<?>[] {DictionaryService.class},
                (proxy, method, arguments) -> method.getName().equals("getAllTypes")
                        ? List.of(CaseModel.TYPE_PERSON, CaseModel.TYPE_CONSENT)
                        : Boolean.TRUE);
    }

    @Test
    void theRepositoryDoesNotStartWhenATypeOfOursWouldBeSent() {
        Filter filter = new Filter(CaseModel.TYPE_CONSENT);

        assertThatThrownBy(() -> check(filter, true).check())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("repo.event2.filter.nodeTypes")
                .hasMessageContaining("person")
                .hasMessageNotContaining("consent");
    }

    @Test
    void itStartsWhenAllAreLeftOutOnceTheFilterHasBeenReadAnew() {
        Filter filter = new Filter(CaseModel.TYPE_PERSON, CaseModel.TYPE_CONSENT);
        assertThat(filter.isExcluded(CaseModel.TYPE_PERSON)).isFalse();

        assertThatCode(() -> check(filter, true).check()).doesNotThrowAnyException();
    }

    @Test
    void itStartsWithoutAnEventStream() {
        assertThatCode(() -> check(new Filter(), false).check()).doesNotThrowAnyException();
        assertThatCode(() -> check(null, true).check()).doesNotThrowAnyException();
    }
}

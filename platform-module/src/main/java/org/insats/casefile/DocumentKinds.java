package org.insats.casefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * All kinds of documents that the rooms contribute. They are looked up at first use, because a kind's actions need the
 * services that in turn need the kinds.
 */
public final class DocumentKinds {

    private final ListableBeanFactory beans;
    private volatile Map<String, DocumentKind> byId;

    /** Creates it. */
    public DocumentKinds(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** All kinds. */
    public Collection<DocumentKind> all() {
        return kinds().values();
    }

    /** The kind with an id. */
    public Optional<DocumentKind> find(String id) {
        return Optional.ofNullable(kinds().get(id));
    }

    /**
     * The kind with an id.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-KIND} where there is none
     */
    public DocumentKind require(String id) {
        return find(id).orElseThrow(() -> Refusal.rule("KIND", String.join(", ", kinds().keySet()))
                .onField("kind")
                .violation());
    }

    /** The kind of a node type. */
    public Optional<DocumentKind> ofType(QName type) {
        return all().stream().filter(kind -> kind.type().equals(type)).findFirst();
    }

    private Map<String, DocumentKind> kinds() {
        Map<String, DocumentKind> known = byId;
        if (known == null) {
            known = collect();
            byId = known;
        }
        return known;
    }

    private Map<String, DocumentKind> collect() {
        Map<String, DocumentKind> found = new LinkedHashMap<>();
        for (DocumentKind kind :
                beans.getBeansOfType(DocumentKind.class, false, false).values()) {
            DocumentKind other = found.put(kind.id(), kind);
            if (other != null) {
                throw new IllegalStateException("Two document kinds have the id " + kind.id());
            }
        }
        return found;
    }
}

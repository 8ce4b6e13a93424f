package org.insats.secrecy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.springframework.beans.factory.BeanFactory;

/**
 * Keeps our nodes out of the platform's event stream ({@code repo.event2}), which sends all properties of all nodes to the
 * broker. The platform reads its filter before our models are there, so the filter is read again; then every type of ours
 * must be excluded, or the repository refuses to start.
 */
public final class EventStreamCheck {

    private static final String FILTER = "event2NodeTypeFilter";

    private final BeanFactory beans;
    private final DictionaryService dictionary;
    private final boolean enabled;

    /**
     * Creates it.
     *
     * @param enabled whether the event stream is on ({@code repo.event2.enabled})
     */
    public EventStreamCheck(BeanFactory beans, DictionaryService dictionary, boolean enabled) {
        this.beans = beans;
        this.dictionary = dictionary;
        this.enabled = enabled;
    }

    /**
     * Called once, at start.
     *
     * @throws IllegalStateException when the stream is on and would carry a type of ours
     */
    public void check() {
        if (!enabled || !beans.containsBean(FILTER)) {
            return;
        }
        Object filter = beans.getBean(FILTER);
        call(filter, "init");
        List<QName> open = dictionary.getAllTypes().stream()
                .filter(CaseModel::isOurs)
                .filter(type -> isInCases(type) && !isExcluded(filter, type))
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Insats refuses to start: repo.event2.enabled is true and "
                    + "repo.event2.filter.nodeTypes does not exclude " + open
                    + ". Keep the entries of the module's alfresco-global.properties in the property, "
                    + "or set repo.event2.enabled=false.");
        }
    }

    private boolean isInCases(QName type) {
        // Task types have no nodes.
        return dictionary.isSubClass(type, ContentModel.TYPE_CMOBJECT);
    }

    /** The filter's class is not part of the platform's public API, so it is asked by name. */
    private static boolean isExcluded(Object filter, QName type) {
        return Boolean.TRUE.equals(call(filter, "isExcluded", type));
    }

    private static Object call(Object target, String method, QName... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {parameter(target, method)};
            return target.getClass().getMethod(method, types).invoke(target, (Object[]) arguments);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "Insats refuses to start: the event filter of this release is not the one it knows", e);
        }
    }

    /** QName, or Object where the release's filter has only the erased method. */
    private static Class<?> parameter(Object target, String method) throws NoSuchMethodException {
        for (Class<?> type : new Class<?>[] {QName.class, Object.class}) {
            for (Method candidate : target.getClass().getMethods()) {
                if (candidate.getName().equals(method)
                        && candidate.getParameterCount() == 1
                        && candidate.getParameterTypes()[0] == type) {
                    return type;
                }
            }
        }
        throw new NoSuchMethodException(method);
    }
}

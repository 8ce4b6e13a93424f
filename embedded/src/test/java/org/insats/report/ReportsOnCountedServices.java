package org.insats.report;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Interventions;
import org.insats.deadline.DeadlineCounts;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Story;

/** The reports as they are, over a node service and a search service that count how often they are called. */
public final class ReportsOnCountedServices {

    private ReportsOnCountedServices() {}

    /** Makes them; {@code calls} goes up by one with each call. */
    public static Reports make(AtomicInteger calls) {
        NodeService nodes = counted("nodeService", NodeService.class, calls);
        DatabaseQuery query = new DatabaseQuery(counted("searchService", SearchService.class, calls));
        ServicePerson servicePerson = Story.bean("insats.servicePerson", ServicePerson.class);
        Interventions interventions = Story.bean("insats.interventions", Interventions.class);
        TallyBook book = new TallyBook(nodes, query, new InsatsFolders(nodes, servicePerson));
        StartTimes starts = new StartTimes(
                nodes,
                query,
                interventions,
                Story.bean("insats.caseFileService", CaseFileService.class),
                servicePerson);
        DeadlineCounts deadlines = Story.bean("insats.deadlineCounts", DeadlineCounts.class);
        return new Reports(
                book,
                new Tallies(book, deadlines, starts, interventions),
                Story.bean("authorityService", AuthorityService.class),
                servicePerson,
                Story.bean("insats.clock", Clock.class));
    }

    private static <T> T counted(String bean, Class<T> type, AtomicInteger calls) {
        T real = Story.bean(bean, type);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            calls.incrementAndGet();
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

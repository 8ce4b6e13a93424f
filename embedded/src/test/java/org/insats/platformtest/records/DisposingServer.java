package org.insats.platformtest.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies.BeforeDeleteNodePolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.embedded.EmbeddedRepository;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.records.DisposalJob;
import org.insats.records.Disposals;
import org.insats.records.Disposals.Disposal;
import org.insats.records.RuleSets;
import org.insats.records.Verdicts;
import org.insats.testsupport.MovableClock;

/** A repository in a process of its own that carries out a disposal as far as into the middle of a file, and waits there to be killed. */
public final class DisposingServer implements BeforeDeleteNodePolicy {

    static final int FILES = 14;
    /** Files that are destroyed before the one in which it is killed. */
    static final int DESTROYED = 5;

    static final String NEVER = "0 0 0 1 1 ? 2099";

    private final EmbeddedRepository repository;
    private int begun;

    private DisposingServer(EmbeddedRepository repository) {
        this.repository = repository;
    }

    public static void main(String[] args) {
        DisposingServer server = new DisposingServer(start(Path.of(args[0])));
        String number = server.prepare();
        System.out.println("APPROVED " + number);
        System.out.flush();
        server.repository
                .context()
                .getBean(PolicyComponent.class)
                .bindClassBehaviour(
                        BeforeDeleteNodePolicy.QNAME,
                        CaseModel.TYPE_CASE_FILE,
                        new JavaBehaviour(server, "beforeDeleteNode", NotificationFrequency.EVERY_EVENT));
        server.repository.context().getBean(DisposalJob.class).run();
        System.out.println("FINISHED");
        System.out.flush();
    }

    static EmbeddedRepository start(Path data) {
        return EmbeddedRepository.builder()
                .dataDir(data)
                .onlyModules("insats-platform", "insats-test-support")
                .property("insats.deadline.job.cron", NEVER)
                .property("insats.records.job.cron", NEVER)
                .start();
    }

    @Override
    public void beforeDeleteNode(NodeRef file) {
        begun++;
        if (begun > DESTROYED) {
            System.out.println("MIDDLE");
            System.out.flush();
            try {
                // Nothing ever comes: who started this ends it.
                System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String prepare() {
        bean(MovableClock.class).moveTo(LocalDate.of(2026, 1, 12));
        as("admin", () -> {
            hire("worker", "INSATS_CASE_WORKER_SOC");
            hire("archivist1", "INSATS_ARCHIVIST");
            hire("archivist2", "INSATS_ARCHIVIST");
            return true;
        });
        as("archivist1", () -> {
            ObjectNode rules = bean(RuleSets.class).json().deepCopy();
            ((ObjectNode) rules.path("municipalities")).put("SOC", "1280");
            return bean(RuleSets.class).put(rules.put("version", "test"));
        });
        List<CaseFile> files = new ArrayList<>();
        for (int i = 0; i < FILES + 2; i++) {
            files.add(as("worker", this::open));
        }
        bean(MovableClock.class).moveTo(LocalDate.of(2031, 6, 1));
        files.subList(0, FILES + 1).forEach(file -> as("worker", () -> close(file)));
        Disposal proposed = as("archivist1", () -> bean(Disposals.class).propose("SOC", 2031));
        as("archivist1", () -> bean(Disposals.class)
                .exclude(proposed.number(), files.get(0).caseNumber(), "Undantag"));
        return as("archivist2", () -> bean(Disposals.class).approve(proposed.number()))
                .number();
    }

    private CaseFile open() {
        try {
            return bean(CaseFileService.class)
                    .open(
                            new ObjectMapper()
                                    .readTree(
                                            "{\"profile\":\"malmo-contact\",\"unit\":\"SOC\",\"service\":\"CONTACT_PERSON\","
                                                    + "\"performerUnit\":\"SRV\",\"client\":{\"name\":\"Test Barnsson\",\"birthDate\":\"2016-05-12\"}}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closed as the service does it; that nothing is open in it is not what this is about. */
    private boolean close(CaseFile file) {
        bean(ServicePerson.class).elevated(() -> {
            NodeService nodes = repository.context().getBean("nodeService", NodeService.class);
            nodes.setProperty(file.node(), CaseModel.CASE_STATE, "CLOSED");
            nodes.setProperty(file.node(), CaseModel.CLOSED_DATE, closedOn());
            bean(Verdicts.class).keep(file.node());
        });
        return true;
    }

    private static Date closedOn() {
        return LawDate.toStored(LocalDate.of(2026, 1, 12));
    }

    private void hire(String name, String group) {
        bean(PersonService.class)
                .createPerson(Map.of(
                        ContentModel.PROP_USERNAME, name,
                        ContentModel.PROP_FIRSTNAME, "Test",
                        ContentModel.PROP_LASTNAME, "Testsson"));
        AuthorityService groups = repository.context().getBean("authorityService", AuthorityService.class);
        if (!groups.authorityExists("GROUP_" + group)) {
            groups.createAuthority(AuthorityType.GROUP, group);
        }
        groups.addAuthority("GROUP_" + group, name);
    }

    private <T> T bean(Class<T> type) {
        return type == PersonService.class
                ? repository.context().getBean("personService", type)
                : repository.context().getBean(type);
    }

    private <T> T as(String userName, Supplier<T> work) {
        return as(repository, userName, work);
    }

    static <T> T as(EmbeddedRepository repository, String userName, Supplier<T> work) {
        AuthenticationUtil.clearCurrentSecurityContext();
        try {
            return AuthenticationUtil.runAs(
                    () -> repository
                            .context()
                            .getBean("retryingTransactionHelper", RetryingTransactionHelper.class)
                            .doInTransaction(work::get, false, true),
                    userName);
        } finally {
            AuthenticationUtil.clearCurrentSecurityContext();
        }
    }
}

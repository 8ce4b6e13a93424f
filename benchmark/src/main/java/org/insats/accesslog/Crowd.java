package org.insats.accesslog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;

/** Invented people, case workers of one unit, and cases that they look at. */
final class Crowd {

    private static final String UNIT = "BNCH";
    private static final String GROUP = "INSATS_CASE_WORKER_" + UNIT;

    private final PersonService people;
    private final AuthorityService authorities;
    private final CaseFileService caseFiles;
    private final RetryingTransactionHelper transactions;

    Crowd(
            PersonService people,
            AuthorityService authorities,
            CaseFileService caseFiles,
            RetryingTransactionHelper transactions) {
        this.people = people;
        this.authorities = authorities;
        this.caseFiles = caseFiles;
        this.transactions = transactions;
    }

    /** User names of so many people, who are made where they are missing. */
    List<String> people(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj(number -> "bench" + number).toList();
        names.forEach(name -> AuthenticationUtil.runAsSystem(() -> inTransaction(() -> {
            if (!people.personExists(name)) {
                Map<QName, Serializable> properties = new HashMap<>();
                properties.put(ContentModel.PROP_USERNAME, name);
                properties.put(ContentModel.PROP_FIRSTNAME, "Test");
                properties.put(ContentModel.PROP_LASTNAME, "Testsson");
                people.createPerson(properties);
                authorities.addAuthority(group(), name);
            }
            return null;
        })));
        return names;
    }

    private String group() {
        return authorities.authorityExists("GROUP_" + GROUP)
                ? "GROUP_" + GROUP
                : authorities.createAuthority(AuthorityType.GROUP, GROUP);
    }

    /** Numbers of so many cases, opened by one of them. */
    List<String> cases(String caseWorker, int count) {
        AuthenticationUtil.pushAuthentication();
        try {
            // Wholly as the case worker: it is the one who logged in that opens a case.
            AuthenticationUtil.clearCurrentSecurityContext();
            return AuthenticationUtil.runAs(() -> opened(count), caseWorker);
        } finally {
            AuthenticationUtil.popAuthentication();
        }
    }

    private List<String> opened(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(inTransaction(() -> caseFiles.open(request())).caseNumber());
        }
        return numbers;
    }

    private static ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("profile", "motala-srv")
                .put("unit", UNIT)
                .put("service", "OPEN_CARE")
                .put("performerUnit", UNIT);
        request.putObject("client").put("name", "Test Testsson").put("birthDate", "2013-05-14");
        return request;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.doInTransaction(work::get, false, true);
    }
}

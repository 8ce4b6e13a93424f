package org.insats.platformtest.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import org.insats.embedded.EmbeddedRepository;
import org.insats.embedded.Http;
import org.insats.embedded.Http.Answer;

/** A repository in a process of its own, in which somebody reads until it is killed; tells of each answer. */
final class KilledServer {

    private static final String API = "/alfresco/s/insats/v1";
    private static final String V1 = "/alfresco/api/-default-/public/alfresco/versions/1";

    private KilledServer() {}

    public static void main(String[] args) {
        EmbeddedRepository repository =
                EmbeddedRepository.builder().dataDir(Path.of(args[0])).start();
        Http admin = new Http(repository, "admin:admin");
        require(admin.post(V1 + "/groups", "{\"id\":\"INSATS_CASE_WORKER_SOC\",\"displayName\":\"Test\"}"));
        require(admin.post(
                V1 + "/groups/GROUP_INSATS_CASE_WORKER_SOC/members", "{\"id\":\"admin\",\"memberType\":\"PERSON\"}"));
        String caseNumber = require(admin.post(
                        API + "/cases",
                        "{\"profile\":\"motala-srv\",\"unit\":\"SOC\",\"service\":\"OPEN_CARE\",\"performerUnit\":\"SRV\","
                                + "\"client\":{\"name\":\"Barn Testsson\",\"birthDate\":\"2014-05-06\"}}"))
                .path("caseNumber")
                .asText();
        System.out.println("CASE " + caseNumber);
        while (true) {
            require(admin.get(API + "/cases/" + caseNumber));
            System.out.println("READ " + Clock.systemUTC().millis());
            System.out.flush();
        }
    }

    private static JsonNode require(Answer answer) {
        if (answer.status() >= 400) {
            throw new IllegalStateException(answer.body());
        }
        return answer.json();
    }
}

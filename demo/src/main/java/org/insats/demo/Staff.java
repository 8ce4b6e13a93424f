package org.insats.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** The invented people of one social office (SOC), one performing unit (SRV) and one placement group (ROP), and the registrar. */
final class Staff {

    /** The password of all of them. */
    static final String PASSWORD = "demo";

    static final String UNIT = "SOC";
    static final String PERFORMER_UNIT = "SRV";
    static final String PLACEMENT_UNIT = "ROP";

    /** Somebody who works here. */
    record Person(String userName, String firstName, String lastName, List<String> groups, String does) {}

    static final List<Person> PEOPLE = List.of(
            new Person("handlaggare", "Hanna", "Testsson", List.of("INSATS_CASE_WORKER_SOC"), "case worker"),
            new Person("uppfoljare", "Ulf", "Testsson", List.of("INSATS_CASE_WORKER_SOC"), "follow-up case worker"),
            new Person(
                    "samordnare",
                    "Sara",
                    "Testsson",
                    List.of("INSATS_ADMINISTRATIVE_COORDINATOR_SOC"),
                    "administrative coordinator"),
            new Person(
                    "socialsekreterare",
                    "Sven",
                    "Testsson",
                    List.of("INSATS_LEAD_SOCIAL_WORKER_SOC"),
                    "lead social worker"),
            new Person("enhetschef", "Eva", "Testsson", List.of("INSATS_UNIT_MANAGER_SRV"), "unit manager"),
            new Person("behandlingsansvarig", "Bo", "Testsson", List.of("INSATS_TREATMENT_LEAD_SRV"), "treatment lead"),
            new Person("behandlare", "Bea", "Testsson", List.of("INSATS_THERAPIST_SRV"), "therapist"),
            new Person(
                    "sektionschef",
                    "Siv",
                    "Testsson",
                    List.of("INSATS_PLACEMENT_SECTION_MANAGER_ROP"),
                    "section manager of the placement group"),
            new Person("placerare", "Pia", "Testsson", List.of("INSATS_PLACEMENT_WORKER_ROP"), "placement worker"),
            new Person("placerare2", "Per", "Testsson", List.of("INSATS_PLACEMENT_WORKER_ROP"), "placement worker"),
            new Person("registrator", "Rut", "Testsson", List.of("INSATS_REGISTRAR"), "registrar"),
            new Person("arkivarie", "Arne", "Testsson", List.of("INSATS_ARCHIVIST"), "records archivist"));

    private final URI base;
    private final Api admin;

    Staff(URI base, Api admin) {
        this.base = base;
        this.admin = admin;
    }

    /** Makes whoever is missing. */
    void employ() {
        for (Person each : PEOPLE) {
            admin.ensure(
                    Api.PUBLIC + "/people",
                    Map.of(
                            "id", each.userName(),
                            "firstName", each.firstName(),
                            "lastName", each.lastName(),
                            "email", each.userName() + "@example.invalid",
                            "password", PASSWORD));
            for (String group : each.groups()) {
                admin.ensure(Api.PUBLIC + "/groups", Map.of("id", group, "displayName", group));
                admin.ensure(
                        Api.PUBLIC + "/groups/GROUP_" + group + "/members",
                        Map.of("id", each.userName(), "memberType", "PERSON"));
            }
        }
    }

    Api admin() {
        return admin;
    }

    private Api as(String userName) {
        return new Api(base, userName, PASSWORD);
    }

    Api caseWorker() {
        return as("handlaggare");
    }

    Api followUpCaseWorker() {
        return as("uppfoljare");
    }

    Api coordinator() {
        return as("samordnare");
    }

    Api sectionManager() {
        return as("sektionschef");
    }

    Api placementWorker() {
        return as("placerare");
    }

    Api registrar() {
        return as("registrator");
    }

    Api unitManager() {
        return as("enhetschef");
    }

    Api treatmentLead() {
        return as("behandlingsansvarig");
    }
}

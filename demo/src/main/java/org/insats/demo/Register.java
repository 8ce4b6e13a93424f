package org.insats.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The invented contractors: one investigated and approved, one under investigation, one not begun, a home under agreement. */
final class Register {

    private static final List<String> REGISTERS =
            List.of("SOCIAL_REGISTER", "SUSPICION_REGISTER", "CRIMINAL_REGISTER", "ENFORCEMENT_AUTHORITY");
    private static final List<String> TOPICS = List.of(
            "BACKGROUND",
            "SITUATION",
            "NETWORK",
            "HOUSING",
            "WORK",
            "FINANCES",
            "EXPERIENCE",
            "STABILITY",
            "BASIC_CARE",
            "STIMULATION",
            "EMOTIONAL_AVAILABILITY",
            "SAFETY",
            "GUIDANCE_AND_BOUNDARIES",
            "WISHES_ON_ASSIGNMENT");

    private final Staff staff;
    private final Map<String, String> approved = new HashMap<>();

    Register(Staff staff) {
        this.staff = staff;
    }

    /** Days before the first placement is ordered, so that somebody is approved when one is sought. */
    void putOn(Timeline timeline) {
        timeline.on(LocalDate.of(2026, 4, 13), () -> {
            String family = enter(
                    "CONTACT_FAMILY",
                    "Familjen Provsson",
                    Map.of(
                            "place",
                            "Provby",
                            "capacity",
                            2,
                            "freePlaces",
                            1,
                            "specialSkills",
                            List.of("Teckenspråk", "Djur")));
            approve(investigate(family));
            approved.put("CONTACT_FAMILY", family);
        });
        timeline.on(LocalDate.of(2026, 8, 10), () -> {
            begin(enter(
                    "CONTACT_FAMILY",
                    "Familjen Exempelsson",
                    Map.of("place", "Exempelstad", "capacity", 1, "freePlaces", 1)));
            enter("CONTACT_PERSON", "Ada Provsson", Map.of("place", "Provby", "specialSkills", List.of("Simning")));
            enter(
                    "RESIDENTIAL_CARE_HOME",
                    "Provgården",
                    Map.of(
                            "place",
                            "Exempelstad",
                            "capacity",
                            8,
                            "freePlaces",
                            2,
                            "underMunicipalAgreement",
                            true,
                            "municipalAgreementRef",
                            "AVTAL-7",
                            "municipalAgreementFrom",
                            "2025-01-01"));
        });
    }

    /** Id of the approved contractor of a sort. */
    String approved(String sort) {
        return approved.get(sort);
    }

    /** Makes a document in the file of a contractor; answers its id. */
    String keep(String contractor, String kind, Map<String, ?> fields) {
        return staff.placementWorker()
                .post(Api.V1 + "/contractors/" + contractor + "/documents", Map.of("kind", kind, "fields", fields))
                .path("id")
                .asText();
    }

    private String enter(String sort, String name, Map<String, ?> more) {
        Map<String, Object> entry = new LinkedHashMap<>(more);
        entry.put("profile", "motala-rop");
        entry.put("unit", Staff.PLACEMENT_UNIT);
        entry.put("type", sort);
        entry.put("name", name);
        entry.put("contactDetails", "Provgatan 2");
        return staff.placementWorker()
                .post(Api.V1 + "/contractors", entry)
                .path("id")
                .asText();
    }

    private String begin(String contractor) {
        String investigation = keep(contractor, "contractorInvestigation", Map.of());
        act(investigation, "inform", Map.of("text", "Visat vad uppdraget är", "housing", "Eget rum finns"));
        return investigation;
    }

    private String investigate(String contractor) {
        String investigation = begin(contractor);
        act(investigation, "interview", Map.of());
        REGISTERS.forEach(register -> act(
                investigation,
                "noteExtract",
                Map.of("register", register, "received", "2026-04-13", "extractResult", "NOTHING_FOUND")));
        String path = Api.V1 + "/documents/" + investigation;
        List<Map<String, String>> answers = TOPICS.stream()
                .map(topic -> Map.of("topic", topic, "text", "Provsvar"))
                .toList();
        staff.placementWorker()
                .put(
                        path,
                        Map.of(
                                "version",
                                staff.placementWorker()
                                        .get(path)
                                        .path("version")
                                        .asText(),
                                "fields",
                                Map.of("topics", answers)));
        act(investigation, "beginChecks", Map.of());
        act(investigation, "analyse", Map.of("text", "Lämplig", "participants", List.of("En i gruppen", "En till")));
        return investigation;
    }

    private void approve(String investigation) {
        act(investigation, "approve", Map.of("resultText", "Lämplig"));
    }

    private void act(String document, String action, Map<String, ?> input) {
        staff.placementWorker().post(Api.V1 + "/documents/" + document + "/actions/" + action, input);
    }
}

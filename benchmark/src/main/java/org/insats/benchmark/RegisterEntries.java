package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.insats.casefile.Documents;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.LawDate;

/**
 * Fills the register of contractors, wholly through the add-on's services: sorts, places, skills, places to offer, days from which they
 * are available; four of five have been contacted, on a day of the last year. The same seed makes the same register.
 */
final class RegisterEntries implements Measure {

    private static final int DAYS = 365;
    private static final List<String> TYPES =
            List.of("CONTACT_PERSON", "CONTACT_FAMILY", "SUPPORT_FAMILY", "FOSTER_HOME");
    static final List<String> SKILLS = List.of(
            "Teckenspråk",
            "Autism",
            "Spädbarn",
            "Syskon",
            "Missbruk",
            "Djur",
            "Engelska",
            "Arabiska",
            "Somaliska",
            "Idrott");
    private static final int PLACES = 12;

    private final Desk desk;
    private final ContractorService contractors;
    private final Documents documents;
    private final Clock clock;
    private final AtomicInteger made = new AtomicInteger();

    RegisterEntries(Desk desk, ContractorService contractors, Documents documents, Clock clock) {
        this.desk = desk;
        this.contractors = contractors;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "contractors";
    }

    /** Settings: {@code count} wanted, together with those made since the repository was started, {@code seed}, {@code threads}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int count = settings.path("count").asInt(50);
        long seed = settings.path("seed").asLong(1);
        desk.placesIn(List.of(Desk.UNIT));
        int from = made.get();
        long start = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, settings.path("threads").asInt(2))
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                            for (int number = made.getAndIncrement(); number < count; number = made.getAndIncrement()) {
                                make(new Random(seed * 7_000_003 + number));
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        made.set(Math.max(from, count));
        answer.put("made", made.get() - from);
        answer.put("seconds", (System.nanoTime() - start) / 1e9);
    }

    private void make(Random random) {
        LocalDate today = LawDate.today(clock);
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("profile", "motala-rop");
        entry.put("unit", Desk.UNIT);
        entry.put("type", TYPES.get(random.nextInt(TYPES.size())));
        entry.put("name", "Test Kontaktsson");
        entry.put("contactDetails", "Testgatan 2");
        entry.put("place", "Testort " + random.nextInt(PLACES));
        entry.put("capacity", 1 + random.nextInt(4));
        entry.put("freePlaces", random.nextInt(3));
        entry.put(
                "availableFrom",
                today.plusDays(random.nextInt(DAYS) - DAYS / 2L).toString());
        entry.putArray("specialSkills").add(SKILLS.get(random.nextInt(SKILLS.size())));
        LocalDate contact = today.minusDays(random.nextInt(DAYS));
        boolean contacted = random.nextInt(5) > 0;
        desk.asUser(() -> {
            Contractor contractor = desk.inTransaction(() -> contractors.register(entry));
            return contacted ? desk.inTransaction(() -> contact(contractor, contact)) : null;
        });
    }

    private Void contact(Contractor contractor, LocalDate day) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        Map.of("contactDate", day.toString(), "contactKind", "PHONE", "contactText", "Testsamtal")
                .forEach(fields::put);
        String id = documents
                .createIn(contractor.node(), "contractorContact", fields)
                .id();
        documents.act(id, "establish", JsonNodeFactory.instance.objectNode());
        return null;
    }
}

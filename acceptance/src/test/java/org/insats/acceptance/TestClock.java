package org.insats.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;

/** The repository's clock, moved through the test-support module. All tests of a run share it. */
public final class TestClock {

    private static final String PATH = "/s/insats/test/clock";

    private final Api admin;

    /** Moves it through an administrator. */
    public TestClock(Api admin) {
        this.admin = admin;
    }

    /** Moves to the morning of a day in Stockholm and runs the deadline job, as its schedule would have done by then. */
    public JsonNode morningOf(String date) {
        setTo(date);
        return runDeadlineJob();
    }

    /** Moves without running the job. */
    public void setTo(String date) {
        LocalDate.parse(date);
        admin.post(PATH, Map.of("instant", date + "T08:00:00Z")).expect(200);
    }

    /** The day it stands at, in Stockholm. */
    LocalDate date() {
        return LocalDate.parse(admin.get(PATH).expect(200).path("date").asText());
    }

    /** Runs the deadline job once and returns what it reports. */
    public JsonNode runDeadlineJob() {
        return admin.post("/s/insats/test/deadline-job", Map.of()).expect(200);
    }

    /** Runs the jobs of retention and disposal once. */
    public void runRecordsJobs() {
        admin.post("/s/insats/test/records-job", Map.of()).expect(200);
    }

    /** Back to the machine's time. */
    public void reset() {
        admin.post(PATH + "/reset", Map.of()).expect(200);
    }
}

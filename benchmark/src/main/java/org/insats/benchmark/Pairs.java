package org.insats.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Two things timed in turn, round by round, so that what else the machine does falls on both: the figure is the median of the
 * rounds' ratios, not the ratio of two averages.
 */
public final class Pairs {

    private static final double NANOS_IN_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> bare = new ArrayList<>();
    private final List<Double> cpuRatios = new ArrayList<>();

    /** Work to time. */
    public interface Work {

        /** Does it once. */
        void run();
    }

    /** Times one round; {@code first} says who begins, which should change from round to round. */
    public void round(Work our, Work their, boolean first, int units) {
        Taken a = first ? take(our, units) : null;
        Taken b = take(their, units);
        add(first ? a : take(our, units), b);
    }

    /** Adds what was {@linkplain #take taken}. */
    void add(Taken our, Taken their) {
        add(our.millis(), their.millis());
        cpuRatios.add(our.cpuMillis() / their.cpuMillis());
    }

    /** Milliseconds a unit by the clock, and of this thread's computing. */
    record Taken(double millis, double cpuMillis) {

        /** The share of one of so many. */
        Taken each(int count) {
            return new Taken(millis / count, cpuMillis / count);
        }
    }

    /** Does work and times it. */
    static Taken take(Work work, int units) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        double millis = millis(work, units);
        return new Taken(millis, (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS_IN_MILLI / units);
    }

    /** Adds what was timed elsewhere, in milliseconds a unit. */
    void add(double ourMillis, double bareMillis) {
        ours.add(ourMillis);
        bare.add(bareMillis);
    }

    /** Milliseconds a unit. */
    public static double millis(Work work, int units) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_IN_MILLI / units;
    }

    /** The median of the rounds' ratios. */
    double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / bare.get(i));
        }
        return quantile(ratios, 0.5);
    }

    /** The value below which a share of the values lies, between two values in proportion. */
    public static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /**
     * Writes the ratio with its quartiles, and the medians in milliseconds a unit; beside them what this thread computed in
     * either, which the load of the machine hardly touches but which leaves out a database server's part.
     */
    public void describe(ObjectNode answer) {
        List<Double> ratios = new ArrayList<>();
        ArrayNode rounds = answer.putArray("rounds");
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i) / bare.get(i));
            rounds.addArray().add(rounded(ours.get(i))).add(rounded(bare.get(i)));
        }
        answer.put("ratio", rounded(ratio()));
        answer.put("ratioLowerQuartile", rounded(quantile(ratios, 0.25)));
        answer.put("ratioUpperQuartile", rounded(quantile(ratios, 0.75)));
        answer.put("ourMillis", rounded(quantile(ours, 0.5)));
        answer.put("bareMillis", rounded(quantile(bare, 0.5)));
        if (!cpuRatios.isEmpty()) {
            answer.put("cpuRatio", rounded(quantile(cpuRatios, 0.5)));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

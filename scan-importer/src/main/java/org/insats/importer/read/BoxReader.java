package org.insats.importer.read;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads the boxes on the last page of a printed form. They stand at known places: rows of two squares below one another, the
 * left one for yes, the right one for no; how many rows there are shows in how many frames are found.
 */
public final class BoxReader {

    /** Name of the field that holds the day that was ticked, month before day, for example {@code 03-16}. */
    public static final String DAY = "paperDay";

    /** As the repository prints them, in millimetres from the upper left corner of the page. */
    static final double FIRST_ROW = 56;

    static final double ROW_PITCH = 12;
    static final double YES_LEFT = 152;
    static final double NO_LEFT = 174;
    static final double SIDE = 5;
    static final double DATES_LEFT = 18;
    static final double MONTHS_TOP = 98;
    static final double MONTH_PITCH = 14;
    static final double DAYS_TOP = 112;
    static final double DAY_PITCH = 5.5;
    static final double DATE_SIDE = 4;
    private static final int MOST_ROWS = 3;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private static final double REACH = 3.0;
    private static final double STEP = 0.2;
    private static final double OWN_REACH = 0.6;
    private static final int EDGE_SAMPLES = 14;
    private static final double LEAST_FRAME = 0.5;
    private static final double INNER = 0.9;
    private static final int INNER_SAMPLES = 24;
    private static final double EMPTY_BELOW = 0.02;
    private static final double TICKED_FROM = 0.06;
    private static final double CROSSED_OUT = 0.9;

    private final Grey page;
    private final PageGeometry geometry;

    BoxReader(Grey page, PageGeometry geometry) {
        this.page = page;
        this.geometry = geometry;
    }

    /** {@code answer1 …} with {@code YES}, {@code NO}, {@code BOTH} or {@code NONE}, a row each, and the day if it is ticked. */
    List<Field> read() {
        Box first = new Box(YES_LEFT, FIRST_ROW, SIDE);
        Place place = best(first, Place.AS_PRINTED, REACH);
        List<Field> answers = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            double top = FIRST_ROW + row * ROW_PITCH;
            Place yes = best(new Box(YES_LEFT, top, SIDE), place, OWN_REACH);
            Place no = best(new Box(NO_LEFT, top, SIDE), yes, OWN_REACH);
            if (Math.min(yes.frame(), no.frame()) < LEAST_FRAME) {
                break;
            }
            answers.add(answer(row + 1, ink(new Box(YES_LEFT, top, SIDE), yes), ink(new Box(NO_LEFT, top, SIDE), no)));
            place = yes;
        }
        if (!answers.isEmpty()) {
            day(place).ifPresent(answers::add);
        }
        return answers;
    }

    /** Empty where nothing is ticked, or where there are no such boxes. */
    private Optional<Field> day(Place near) {
        List<Double> months = inks(MONTHS, MONTH_PITCH, MONTHS_TOP, near);
        List<Double> days = inks(DAYS, DAY_PITCH, DAYS_TOP, near);
        List<Integer> month = ticked(months);
        List<Integer> day = ticked(days);
        if (months.isEmpty() || days.isEmpty() || (month.isEmpty() && day.isEmpty())) {
            return Optional.empty();
        }
        if (month.size() != 1 || day.size() != 1) {
            return Optional.of(new Field(DAY, "", 0));
        }
        double sure = Stream.concat(months.stream(), days.stream())
                .mapToDouble(BoxReader::sure)
                .min()
                .orElse(0);
        return Optional.of(new Field(DAY, String.format(Locale.ROOT, "%02d-%02d", month.get(0), day.get(0)), sure));
    }

    private static List<Integer> ticked(List<Double> inks) {
        return IntStream.rangeClosed(1, inks.size())
                .filter(number -> inks.get(number - 1) >= EMPTY_BELOW)
                .boxed()
                .toList();
    }

    /** Ink in a row of boxes; from right to left, since the right ones are nearest to what was found before. */
    private List<Double> inks(int count, double pitch, double top, Place near) {
        LinkedList<Double> inks = new LinkedList<>();
        Place place = best(new Box(DATES_LEFT + (count - 1) * pitch, top, DATE_SIDE), near, 2 * OWN_REACH);
        for (int i = count - 1; i >= 0; i--) {
            Box box = new Box(DATES_LEFT + i * pitch, top, DATE_SIDE);
            place = best(box, place, OWN_REACH);
            if (place.frame() < LEAST_FRAME) {
                return List.of();
            }
            inks.addFirst(ink(box, place));
        }
        return inks;
    }

    private static Field answer(int row, double yes, double no) {
        boolean yesTicked = yes >= EMPTY_BELOW;
        boolean noTicked = no >= EMPTY_BELOW;
        String value = yesTicked && noTicked ? "BOTH" : yesTicked ? "YES" : noTicked ? "NO" : "NONE";
        return new Field("answer" + row, value, Math.min(sure(yes), sure(no)));
    }

    /** How clearly a box is ticked or empty, 0 to 1, by the share of it that is dark. */
    private static double sure(double ink) {
        if (ink < EMPTY_BELOW) {
            return 1 - ink / EMPTY_BELOW * 0.2;
        }
        if (ink > CROSSED_OUT) {
            return 0.3;
        }
        return ink >= TICKED_FROM ? 0.95 : 0.4 + 0.5 * (ink - EMPTY_BELOW) / (TICKED_FROM - EMPTY_BELOW);
    }

    /** A box as printed, in millimetres. */
    private record Box(double left, double top, double side) {}

    /** How far from its printed place a box was found, and how dark its frame is there, 0 to 1. */
    private record Place(double right, double down, double frame) {
        private static final Place AS_PRINTED = new Place(0, 0, 0);
    }

    private Place best(Box box, Place around, double reach) {
        Place best = new Place(around.right(), around.down(), -1);
        for (double dx = -reach; dx <= reach; dx += STEP) {
            for (double dy = -reach; dy <= reach; dy += STEP) {
                double right = around.right() + dx;
                double down = around.down() + dy;
                double frame = frame(box.left() + right, box.top() + down, box.side());
                if (frame > best.frame()) {
                    best = new Place(right, down, frame);
                }
            }
        }
        return best;
    }

    /** Share of the frame's outline that is dark; the weakest of the four sides counts, so that no line of text is a frame. */
    private double frame(double left, double top, double size) {
        double weakest = 1;
        for (int side = 0; side < 4 && weakest > 0; side++) {
            int dark = 0;
            for (int i = 0; i < EDGE_SAMPLES; i++) {
                double along = (i + 0.5) / EDGE_SAMPLES * size;
                double x = left + (side == 0 ? 0 : side == 1 ? size : along);
                double y = top + (side == 2 ? 0 : side == 3 ? size : along);
                dark += page.at(geometry, x, y) < 150 ? 1 : 0;
            }
            weakest = Math.min(weakest, (double) dark / EDGE_SAMPLES);
        }
        return weakest;
    }

    private double ink(Box box, Place place) {
        int dark = 0;
        double inner = box.side() - 2 * INNER;
        for (int i = 0; i < INNER_SAMPLES * INNER_SAMPLES; i++) {
            double x = box.left() + place.right() + INNER + (i % INNER_SAMPLES + 0.5) / INNER_SAMPLES * inner;
            double y = box.top() + place.down() + INNER + (i / INNER_SAMPLES + 0.5) / INNER_SAMPLES * inner;
            dark += page.at(geometry, x, y) < 165 ? 1 : 0;
        }
        return (double) dark / (INNER_SAMPLES * INNER_SAMPLES);
    }
}

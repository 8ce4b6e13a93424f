package org.insats.unitmeeting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.insats.casefile.Staff;
import org.insats.deadline.Agenda;
import org.insats.print.Paper;
import org.insats.print.PdfPrinter;
import org.springframework.extensions.surf.util.I18NUtil;

/** Prints the minutes of a unit's meeting as PDF/A: cases by number, staff by name, no client. */
public final class MinutesPrinter {

    private static final String PDF = "application/pdf";

    private final PdfPrinter printer;
    private final ContentService contents;
    private final Staff staff;

    /** Prints with {@code printer}. */
    public MinutesPrinter(PdfPrinter printer, ContentService contents, Staff staff) {
        this.printer = printer;
        this.contents = contents;
        this.staff = staff;
    }

    void print(UnitMeeting meeting, List<Agenda.Item> items) {
        ContentWriter writer = contents.getWriter(meeting.node(), ContentModel.PROP_CONTENT, true);
        writer.setMimetype(PDF);
        try (OutputStream out = writer.getContentOutputStream()) {
            printer.print(paper(meeting, items, I18NUtil.getLocale()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Paper paper(UnitMeeting meeting, List<Agenda.Item> items, Locale language) {
        String reference = meeting.unit() + " " + meeting.date();
        return new Paper(
                language,
                reference,
                text("title"),
                reference,
                List.of(
                        section(
                                "present",
                                List.of(
                                        new Paper.Entry(text("chair"), staff.nameOf(meeting.chair())),
                                        new Paper.Entry(text("present"), present(meeting)))),
                        section(
                                "allocated",
                                meeting.allocations().stream()
                                        .map(each -> new Paper.Entry(each.caseNumber(), staff.nameOf(each.userName())))
                                        .toList()),
                        section("informed", lines(items, true)),
                        section("waiting", lines(items, false)),
                        section("notes", List.of(new Paper.Entry(text("notes"), meeting.notes())))),
                List.of(),
                Optional.empty(),
                reference);
    }

    private String present(UnitMeeting meeting) {
        return String.join(", ", meeting.present().stream().map(staff::nameOf).toList());
    }

    private static List<Paper.Entry> lines(List<Agenda.Item> items, boolean informed) {
        return items.stream()
                .filter(item -> (item.reason() == Agenda.Reason.INFORMATION) == informed)
                .map(item -> new Paper.Entry(
                        item.order().caseNumber(),
                        item.received().map(Object::toString).orElse("")))
                .toList();
    }

    private static Paper.Section section(String heading, List<Paper.Entry> entries) {
        return new Paper.Section(
                text(heading), entries.isEmpty() ? List.of(new Paper.Entry("", text("none"))) : entries);
    }

    private static String text(String key) {
        return I18NUtil.getMessage("insats.unitmeeting." + key);
    }
}

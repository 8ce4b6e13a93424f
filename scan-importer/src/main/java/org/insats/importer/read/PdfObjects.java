package org.insats.importer.read;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/** Looks through what a PDF is built of, without opening any of it, for what no scanner makes. */
final class PdfObjects {

    private static final int MOST = 300_000;
    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFile", "EmbeddedFiles", "XFA", "RichMediaContent", "RichMediaSettings");
    private static final Set<String> ACTIVE_ACTIONS =
            Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie");

    private final Limits limits;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private boolean active;
    private boolean tooLarge;

    PdfObjects(Limits limits) {
        this.limits = limits;
    }

    boolean active() {
        return active;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** Goes through everything that hangs on {@code root}. */
    void look(COSBase root) {
        waiting.add(root);
        while (!waiting.isEmpty() && !tooLarge) {
            COSBase next = waiting.poll();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object instanceof COSDictionary || object instanceof COSArray) {
                open(object);
            }
        }
    }

    private void open(COSBase object) {
        if (!seen.add(object)) {
            return;
        }
        tooLarge = seen.size() > MOST || PdfPages.pixels(object) > limits.mostPixels();
        if (object instanceof COSDictionary dictionary) {
            judge(dictionary);
            dictionary.getValues().forEach(this::later);
        } else if (object instanceof COSArray array) {
            array.forEach(this::later);
        }
    }

    private void judge(COSDictionary dictionary) {
        active |= dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_KEYS::contains);
        if (dictionary.getDictionaryObject(COSName.S) instanceof COSName action) {
            active |= ACTIVE_ACTIONS.contains(action.getName());
        }
    }

    private void later(COSBase value) {
        if (value instanceof COSObject || value instanceof COSDictionary || value instanceof COSArray) {
            waiting.add(value);
        }
    }
}

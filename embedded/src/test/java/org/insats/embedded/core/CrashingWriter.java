package org.insats.embedded.core;

import java.nio.file.Path;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;

/** A process that writes until it is killed, telling of each node once it is committed. */
final class CrashingWriter {
    private CrashingWriter() {}

    public static void main(String[] args) {
        Core core = new Core(Path.of(args[0]));
        for (int i = 0; ; i++) {
            String text = "content " + i;
            NodeRef node = core.admin(() -> {
                NodeRef made = core.make(Core.THING, Map.of(Core.t("wanted"), text));
                core.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, null);
                ContentWriter writer = core.contents.getWriter(made, ContentModel.PROP_CONTENT, true);
                writer.setMimetype("text/plain");
                writer.putContent(text);
                return made;
            });
            System.out.println("COMMITTED " + node.getId() + " " + text);
            System.out.flush();
        }
    }
}

package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Content of nodes. */
@Tag("content")
class ContentContract extends InFolder {

    private ContentWriter writer(NodeRef node) {
        ContentWriter writer = repo.contents.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype("text/plain");
        writer.setEncoding("UTF-8");
        return writer;
    }

    private ContentReader reader(NodeRef node) {
        return repo.contents.getReader(node, ContentModel.PROP_CONTENT);
    }

    @Test
    void nodeWithoutContentHasNoReader() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        assertThat(repo.admin(() -> reader(node) == null)).isTrue();
        assertThat(read(node, ContentModel.PROP_CONTENT)).isNull();
    }

    @Test
    void textComesBackWithTypeEncodingAndSize() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        repo.adminDo(() -> writer(node).putContent("åäö"));
        repo.adminDo(() -> {
            ContentReader reader = reader(node);
            assertThat(reader.exists()).isTrue();
            assertThat(reader.getContentString()).isEqualTo("åäö");
            assertThat(reader.getMimetype()).isEqualTo("text/plain");
            assertThat(reader.getEncoding()).isEqualTo("UTF-8");
            assertThat(reader.getSize()).isEqualTo(6);
        });
    }

    @Test
    void bytesComeBack() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        byte[] bytes = {0, 1, -1, 10, 13};
        repo.adminDo(() -> writer(node).putContent(new ByteArrayInputStream(bytes)));
        repo.adminDo(() -> {
            try (InputStream in = reader(node).getContentInputStream()) {
                assertThat(in.readAllBytes()).isEqualTo(bytes);
            }
        });
    }

    @Test
    void propertyIsSetWhenTheStreamIsClosed() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        repo.adminDo(() -> {
            try (OutputStream out = writer(node).getContentOutputStream()) {
                out.write("x".getBytes(StandardCharsets.UTF_8));
                assertThat(repo.nodes.getProperty(node, ContentModel.PROP_CONTENT))
                        .isNull();
            }
            assertThat(repo.nodes.getProperty(node, ContentModel.PROP_CONTENT)).isInstanceOf(ContentData.class);
            assertThat(reader(node).getContentString()).isEqualTo("x");
        });
    }

    @Test
    void eachWritingHasAUrlOfItsOwn() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        repo.adminDo(() -> writer(node).putContent("one"));
        ContentData first = (ContentData) read(node, ContentModel.PROP_CONTENT);
        repo.adminDo(() -> writer(node).putContent("two"));
        ContentData second = (ContentData) read(node, ContentModel.PROP_CONTENT);
        assertThat(second.getContentUrl()).isNotEqualTo(first.getContentUrl()).startsWith("store://");
    }

    @Test
    void emptyContentIsContent() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        repo.adminDo(() -> writer(node).putContent(""));
        repo.adminDo(() -> {
            assertThat(reader(node).getSize()).isZero();
            assertThat(reader(node).getContentString()).isEmpty();
        });
    }
}

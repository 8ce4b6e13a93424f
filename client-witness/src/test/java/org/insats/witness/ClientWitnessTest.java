package org.insats.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.alfresco.core.handler.NodesApiClient;
import org.alfresco.core.handler.VersionsApiClient;
import org.alfresco.core.model.Node;
import org.alfresco.core.model.NodeBodyCreate;
import org.alfresco.core.model.NodeChildAssociationPaging;
import org.alfresco.core.model.VersionPaging;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.Resource;

/** What Alfresco's own Java client makes of the embedded repository. */
class ClientWitnessTest {

    @TempDir
    private static Path folder;

    private static RepositoryProcess repository;
    private static ConfigurableApplicationContext context;
    private static NodesApiClient nodes;
    private static VersionsApiClient versions;

    /** Makes the client's interfaces beans. */
    @SpringBootApplication(scanBasePackages = "org.alfresco.rest.sdk")
    @EnableFeignClients(clients = {NodesApiClient.class, VersionsApiClient.class})
    static class Client {}

    @BeforeAll
    static void start() throws IOException {
        Path data = java.nio.file.Files.createDirectories(folder.resolve("data"));
        repository = new RepositoryProcess(data);
        context = new SpringApplicationBuilder(Client.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "content.service.url", repository.url(),
                        "content.service.path", "/alfresco/api/-default-/public/alfresco/versions/1",
                        "content.service.security.basicAuth.username", "admin",
                        "content.service.security.basicAuth.password", "admin",
                        "spring.main.banner-mode", "off"))
                .run();
        nodes = context.getBean(NodesApiClient.class);
        versions = context.getBean(VersionsApiClient.class);
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        repository.close();
    }

    private static Node create(String parent, String name, String type) {
        NodeBodyCreate body = new NodeBodyCreate().name(name).nodeType(type);
        return nodes.createNode(parent, body, true, null, null, null, null)
                .getBody()
                .getEntry();
    }

    private static Node write(String id, String text, boolean major) {
        return nodes.updateNodeContent(id, text.getBytes(StandardCharsets.UTF_8), major, "Comment", null, null, null)
                .getBody()
                .getEntry();
    }

    private static String text(Resource content) throws IOException {
        try (InputStream in = content.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void createsUploadsVersionsListsAndDownloads() throws IOException {
        Node parent = create("-root-", "Witness", "cm:folder");
        Node file = create(parent.getId(), "witness.txt", "cm:content");
        assertThat(file.isIsFile()).isTrue();
        assertThat(file.getCreatedByUser().getId()).isEqualTo("admin");

        write(file.getId(), "one", true);
        Node second = write(file.getId(), "two", true);
        assertThat(second.getContent().getSizeInBytes()).isEqualTo(3L);

        VersionPaging history = versions.listVersionHistory(file.getId(), null, null, null, null)
                .getBody();
        assertThat(history.getList().getEntries())
                .extracting(each -> each.getEntry().getId())
                .containsExactly("2.0", "1.0");

        NodeChildAssociationPaging children = nodes.listNodeChildren(
                        parent.getId(), 0, 10, null, null, List.of("properties"), null, null, null)
                .getBody();
        assertThat(children.getList().getPagination().getTotalItems()).isEqualTo(1L);
        assertThat(children.getList().getEntries().get(0).getEntry().getName()).isEqualTo("witness.txt");

        assertThat(text(nodes.getNodeContent(file.getId(), true, null, null).getBody()))
                .isEqualTo("two");
        assertThat(text(versions.getVersionContent(file.getId(), "1.0", true, null, null)
                        .getBody()))
                .isEqualTo("one");
    }
}

package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.insats.contract.Suite.Outcome;
import org.insats.embedded.EmbeddedRepository;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract suite, unchanged, inside the embedded repository. */
class ContractSuiteTest {

    @TestFactory
    Stream<DynamicTest> embeddedRepositoryIsAsThePlatformIs(@TempDir Path data) {
        try (EmbeddedRepository repository = EmbeddedRepository.builder()
                .dataDir(data)
                .onlyModules("insats-contract")
                .start()) {
            Platform.use(repository.context());
            List<Outcome> outcomes =
                    AuthenticationUtil.runAs(() -> Suite.run(System.getProperty("contract.only", "")), "admin");
            assertThat(outcomes).isNotEmpty();
            return outcomes.stream().map(ContractSuiteTest::asTest);
        }
    }

    private static DynamicTest asTest(Outcome outcome) {
        return DynamicTest.dynamicTest(
                outcome.name(),
                () -> assertThat(outcome.status()).as(outcome.message()).isEqualTo("SUCCESSFUL"));
    }
}

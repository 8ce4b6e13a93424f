package org.insats.embedded.core.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.core.Schema;
import org.insats.embedded.core.content.ContentServiceImpl;
import org.insats.embedded.core.content.FileContentStore;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.node.NodeServiceImpl;
import org.insats.embedded.core.node.NodeStore;
import org.insats.embedded.core.policy.BehaviourFilterImpl;
import org.insats.embedded.core.policy.Policies;
import org.insats.embedded.core.search.SearchServiceImpl;
import org.insats.embedded.core.security.AuthorityServiceImpl;
import org.insats.embedded.core.security.PermissionServiceImpl;
import org.insats.embedded.core.security.PersonServiceImpl;
import org.insats.embedded.core.security.PublicServices;
import org.insats.embedded.core.security.SystemFolders;
import org.insats.embedded.core.tx.JobLockServiceImpl;
import org.insats.embedded.core.tx.TransactionServiceImpl;
import org.insats.embedded.core.version.VersionServiceImpl;
import org.insats.embedded.core.version.VersionableBehaviour;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.PropertiesFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The beans of the core under the names they have in ACS: lower case below permissions, upper case the public ones. Parents of
 * module beans, which only XML can express, are in {@code core-context.xml}.
 */
@Configuration(proxyBeanMethods = false)
public class CoreConfig {
    private static final int CONNECTIONS = 20;

    /** The properties of all modules, under ACS's name. */
    @Bean("global-properties")
    static PropertiesFactoryBean globalProperties() throws IOException {
        PropertiesFactoryBean factory = new PropertiesFactoryBean();
        Resource[] resources = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:alfresco/module/*/alfresco-global.properties");
        factory.setLocations(resources);
        return factory;
    }

    /** Placeholders: the environment and system properties before the modules' own. */
    @Bean
    static PropertySourcesPlaceholderConfigurer placeholders(@Qualifier("global-properties") Properties properties) {
        PropertySourcesPlaceholderConfigurer configurer = new PropertySourcesPlaceholderConfigurer();
        configurer.setProperties(properties);
        return configurer;
    }

    /** The repository's own clock stays real; modules bring clocks of their own, hence the preference. */
    @Bean
    @Primary
    Clock insatsEmbeddedClock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            @Value("${db.url}") String url,
            @Value("${db.username}") String user,
            @Value("${db.password}") String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (url.startsWith("jdbc:h2:")) {
            config.setConnectionInitSql("SET LOCK_TIMEOUT 10000");
        }
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource, Schema schema) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    Schema schema(DataSource dataSource, PlatformTransactionManager transactionManager) {
        return new Schema(dataSource, transactionManager);
    }

    @Bean
    AuthenticationUtil authenticationUtil() {
        AuthenticationUtil util = new AuthenticationUtil();
        util.setDefaultAdminUserName("admin");
        return util;
    }

    @Bean
    TransactionService transactionService(PlatformTransactionManager transactionManager) {
        return new TransactionServiceImpl(transactionManager);
    }

    @Bean("TransactionService")
    TransactionService publicTransactionService(@Qualifier("transactionService") TransactionService raw) {
        return raw;
    }

    @Bean
    RetryingTransactionHelper retryingTransactionHelper(@Qualifier("transactionService") TransactionService service) {
        return service.getRetryingTransactionHelper();
    }

    @Bean({"dictionaryService", "DictionaryService", "namespaceService", "NamespaceService"})
    DictionaryComponent dictionaryService() {
        return new DictionaryComponent();
    }

    @Bean
    BehaviourFilter policyBehaviourFilter(DictionaryComponent dictionary) {
        return new BehaviourFilterImpl(dictionary);
    }

    @Bean
    Policies policyComponent(DictionaryComponent dictionary, BehaviourFilter filter) {
        return new Policies(dictionary, filter);
    }

    @Bean
    NodeStore nodeStore(JdbcTemplate jdbc) {
        return new NodeStore(jdbc);
    }

    @Bean
    NodeServiceImpl nodeService(
            NodeStore store, DictionaryComponent dictionary, Policies policies, BehaviourFilter filter, Clock clock) {
        return new NodeServiceImpl(store, dictionary, policies, filter, clock);
    }

    @Bean
    FileContentStore fileContentStore(@Value("${dir.root}") String root, Clock clock) {
        return new FileContentStore(Path.of(root).resolve("contentstore"), clock);
    }

    @Bean
    ContentService contentService(@Qualifier("nodeService") NodeService nodeService, FileContentStore store) {
        return new ContentServiceImpl(nodeService, store);
    }

    @Bean
    VersionServiceImpl versionService(
            JdbcTemplate jdbc,
            NodeStore store,
            @Qualifier("nodeService") NodeService nodeService,
            BehaviourFilter filter,
            Clock clock) {
        return new VersionServiceImpl(jdbc, store, nodeService, filter, clock);
    }

    @Bean
    SystemFolders systemFolders(@Qualifier("nodeService") NodeService nodeService) {
        return new SystemFolders(nodeService);
    }

    @Bean
    AuthorityServiceImpl authorityService(
            JdbcTemplate jdbc, @Qualifier("nodeService") NodeService nodeService, SystemFolders folders) {
        return new AuthorityServiceImpl(jdbc, nodeService, folders);
    }

    @Bean
    PermissionServiceImpl permissionService(
            JdbcTemplate jdbc, NodeStore store, AuthorityServiceImpl authorityService, VersionServiceImpl versions) {
        return new PermissionServiceImpl(jdbc, store, authorityService, versions);
    }

    @Bean
    PersonServiceImpl personService(
            @Qualifier("nodeService") NodeService nodeService,
            AuthorityServiceImpl authorities,
            PermissionServiceImpl permissions,
            SystemFolders folders) {
        return new PersonServiceImpl(nodeService, authorities, permissions, folders);
    }

    @Bean
    SearchService searchService(
            JdbcTemplate jdbc,
            NodeStore store,
            DictionaryComponent dictionary,
            PermissionServiceImpl permissions,
            Clock clock) {
        return new SearchServiceImpl(jdbc, store, dictionary, permissions, clock);
    }

    @Bean({"jobLockService", "JobLockService"})
    JobLockService jobLockService(JdbcTemplate jdbc, PlatformTransactionManager manager, Clock clock) {
        return new JobLockServiceImpl(jdbc, manager, clock);
    }

    @Bean
    PublicServices publicServices(
            PermissionServiceImpl permissions,
            AuthorityServiceImpl authorities,
            NodeServiceImpl nodes,
            @Qualifier("transactionService") TransactionService transactions,
            PlatformTransactionManager manager) {
        return new PublicServices(permissions, authorities, nodes, transactions, manager);
    }

    @Bean("NodeService")
    NodeService publicNodeService(PublicServices services, NodeServiceImpl raw) {
        return services.nodeService(raw);
    }

    @Bean("ContentService")
    ContentService publicContentService(PublicServices services, @Qualifier("contentService") ContentService raw) {
        return services.contentService(raw);
    }

    @Bean("VersionService")
    VersionService publicVersionService(PublicServices services, VersionServiceImpl raw) {
        return services.transactional(VersionService.class, raw);
    }

    @Bean("SearchService")
    SearchService publicSearchService(PublicServices services, @Qualifier("searchService") SearchService raw) {
        return services.searchService(raw);
    }

    @Bean("PermissionService")
    PermissionService publicPermissionService(PublicServices services, PermissionServiceImpl raw) {
        return services.permissionService(raw);
    }

    @Bean("AuthorityService")
    AuthorityService publicAuthorityService(PublicServices services, AuthorityServiceImpl raw) {
        return services.authorityService(raw);
    }

    @Bean("PersonService")
    PersonService publicPersonService(PublicServices services, PersonServiceImpl raw) {
        return services.personService(raw);
    }

    @Bean
    VersionableBehaviour versionableAspect(
            Policies policies,
            NodeServiceImpl nodeService,
            VersionServiceImpl versionService,
            BehaviourFilter filter,
            @Qualifier("dictionaryBootstrap") Object stockModels) {
        return new VersionableBehaviour(policies, nodeService, versionService, filter);
    }

    @Bean("moduleService")
    Modules modules(
            JdbcTemplate jdbc,
            @Qualifier("transactionService") TransactionService transactions,
            ListableBeanFactory beans) {
        return new Modules(jdbc, transactions, beans);
    }

    @Bean
    RepositoryBootstrap repositoryBootstrap(
            JdbcTemplate jdbc,
            @Qualifier("transactionService") TransactionService transactions,
            NodeServiceImpl nodes,
            PermissionServiceImpl permissions,
            PersonServiceImpl persons,
            AuthorityServiceImpl authorities,
            FileContentStore contents,
            Modules modules,
            Clock clock) {
        return new RepositoryBootstrap(
                jdbc, transactions, nodes, permissions, persons, authorities, contents, modules, clock);
    }
}

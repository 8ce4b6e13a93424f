package org.insats.embedded.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.core.Schema;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.extensions.surf.util.I18NUtil;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The parent {@code workflowDeployer} of a module's bean: deploys BPMN files, and before them the models and labels they need.
 * A definition that is deployed already is left alone unless {@code redeploy} says otherwise.
 */
public final class WorkflowDeployer implements InitializingBean {

    private WorkflowEngine workflows;
    private TransactionService transactionService;
    private DictionaryComponent dictionary;
    private JdbcTemplate jdbc;
    private List<Properties> workflowDefinitions = List.of();
    private List<String> models = List.of();
    private List<String> labels = List.of();

    /** The engine to deploy to. */
    public void setWorkflows(WorkflowEngine workflows) {
        this.workflows = workflows;
    }

    /** Transactions for the deployment. */
    public void setTransactionService(TransactionService transactionService) {
        this.transactionService = transactionService;
    }

    /** For the lock that makes two servers that start at once take turns. */
    public void setJdbc(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The dictionary that the models go to. */
    public void setDictionary(DictionaryComponent dictionary) {
        this.dictionary = dictionary;
    }

    /** One {@code props} element a definition: engineId, location, mimetype, redeploy. */
    public void setWorkflowDefinitions(List<Properties> definitions) {
        this.workflowDefinitions = List.copyOf(definitions);
    }

    /** Classpath resources of the task models. */
    public void setModels(List<String> models) {
        this.models = List.copyOf(models);
    }

    /** Base names of message bundles. */
    public void setLabels(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    @Override
    public void afterPropertiesSet() {
        AuthenticationUtil.runAsSystem(
                () -> transactionService.getRetryingTransactionHelper().doInTransaction(() -> {
                    Schema.lockAgainstOtherStarts(jdbc);
                    for (String model : models) {
                        try (InputStream xml = new ClassPathResource(model).getInputStream()) {
                            dictionary.deploy(model, xml);
                        }
                    }
                    labels.forEach(each -> I18NUtil.registerResourceBundle(each.replace('.', '/')));
                    for (Properties definition : workflowDefinitions) {
                        deploy(definition);
                    }
                    return null;
                }));
    }

    private void deploy(Properties definition) throws IOException, XMLStreamException {
        String location = required(definition, "location");
        if (!"activiti".equals(required(definition, "engineId"))) {
            throw new WorkflowException(
                    "Workflow engine " + definition.getProperty("engineId") + " is not there: " + location);
        }
        ClassPathResource resource = new ClassPathResource(location);
        boolean redeploy = Boolean.parseBoolean(definition.getProperty("redeploy"));
        if (redeploy || !workflows.isDeployed(processKey(resource))) {
            try (InputStream bpmn = resource.getInputStream()) {
                workflows.deploy(resource.getFilename(), bpmn);
            }
        }
    }

    private static String required(Properties definition, String name) {
        String value = definition.getProperty(name);
        if (value == null || value.isEmpty()) {
            throw new WorkflowException("A workflow definition needs the property " + name);
        }
        return value;
    }

    private static String processKey(ClassPathResource resource) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try (InputStream in = resource.getInputStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && "process".equals(xml.getLocalName())) {
                    return xml.getAttributeValue(null, "id");
                }
            }
        }
        throw new WorkflowException(resource.getPath() + " does not contain a process definition");
    }
}

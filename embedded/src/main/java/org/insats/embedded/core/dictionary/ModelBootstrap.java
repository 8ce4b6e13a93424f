package org.insats.embedded.core.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.alfresco.error.AlfrescoRuntimeException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.extensions.surf.util.I18NUtil;

/** Deploys content models and their labels from the classpath: what a module's {@code dictionaryModelBootstrap} bean is. */
public final class ModelBootstrap implements InitializingBean {
    private DictionaryComponent dictionary;
    private List<String> models = List.of();
    private List<String> labels = List.of();

    /** The dictionary to deploy to. */
    public void setDictionary(DictionaryComponent dictionary) {
        this.dictionary = dictionary;
    }

    /** Classpath resources of the models, in order of dependence. */
    public void setModels(List<String> models) {
        this.models = List.copyOf(models);
    }

    /** Base names of the bundles that hold the models' labels. */
    public void setLabels(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    @Override
    public void afterPropertiesSet() {
        for (String model : models) {
            try (InputStream xml = new ClassPathResource(model).getInputStream()) {
                dictionary.deploy(model, xml);
            } catch (IOException e) {
                throw new AlfrescoRuntimeException("The content model " + model + " could not be read", e);
            }
        }
        labels.forEach(each -> I18NUtil.registerResourceBundle(each.replace('.', '/')));
    }
}

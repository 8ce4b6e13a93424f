package org.alfresco.repo.module;

import org.alfresco.error.AlfrescoRuntimeException;
import org.springframework.beans.factory.BeanNameAware;

/** Work a module does when the repository has started; once ever, or at every start. Its bean has the parent module.baseComponent. */
public abstract class AbstractModuleComponent implements BeanNameAware {

    private String moduleId;
    private String name;
    private String sinceVersion;
    private boolean executeOnceOnly = true;

    /** The module it belongs to. */
    public String getModuleId() {
        return moduleId;
    }

    /** Sets the module it belongs to. */
    public void setModuleId(String moduleId) {
        this.moduleId = moduleId;
    }

    /** The component's name, by default its bean name. */
    public String getName() {
        return name;
    }

    /** Sets the component's name. */
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public void setBeanName(String name) {
        setName(name);
    }

    /** Sets the module version that brought it, for example 1.0. */
    public void setSinceVersion(String version) {
        this.sinceVersion = version;
    }

    /** Whether it runs once ever. */
    public boolean isExecuteOnceOnly() {
        return executeOnceOnly;
    }

    /** Sets whether it runs once ever (default) or at every start. */
    public void setExecuteOnceOnly(boolean executeOnceOnly) {
        this.executeOnceOnly = executeOnceOnly;
    }

    /** Does the work; called as System in a transaction. */
    protected abstract void executeInternal() throws Throwable;

    /** Runs the component, called by the platform alone. */
    public final synchronized void execute() {
        if (moduleId == null || name == null) {
            throw new AlfrescoRuntimeException("Module id and name are mandatory, since version was " + sinceVersion);
        }
        try {
            executeInternal();
        } catch (Throwable e) {
            throw new AlfrescoRuntimeException("A module component failed to execute: " + name, e);
        }
    }
}

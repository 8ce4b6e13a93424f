package org.alfresco.repo.policy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.alfresco.error.AlfrescoRuntimeException;

/** A behaviour that is a public method of an object. While it runs it is off for its thread: what it does itself never calls it again. */
public class JavaBehaviour implements Behaviour {

    private final Object instance;
    private final String method;
    private final NotificationFrequency frequency;
    private final ThreadLocal<Integer> disabled = ThreadLocal.withInitial(() -> 0);

    /** A behaviour on every event. */
    public JavaBehaviour(Object instance, String method) {
        this(instance, method, NotificationFrequency.EVERY_EVENT);
    }

    /** A behaviour; the object's class and the method must be public. */
    public JavaBehaviour(Object instance, String method, NotificationFrequency frequency) {
        if (instance == null || method == null || frequency == null) {
            throw new IllegalArgumentException("Instance, method and frequency are mandatory");
        }
        this.instance = instance;
        this.method = method;
        this.frequency = frequency;
    }

    @Override
    public <T> T getInterface(Class<T> policy) {
        Method[] methods = policy.getMethods();
        if (methods.length != 1) {
            throw new AlfrescoRuntimeException(
                    "Policy interface " + policy.getCanonicalName() + " must have only one method");
        }
        Method target = target(methods[0]);
        return policy.cast(Proxy.newProxyInstance(
                policy.getClassLoader(),
                new Class<?>[] {policy},
                (proxy, called, args) ->
                        called.getDeclaringClass() == Object.class ? called.invoke(target, args) : call(target, args)));
    }

    private Method target(Method policyMethod) {
        try {
            return instance.getClass().getMethod(method, policyMethod.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new AlfrescoRuntimeException(
                    "Method " + method + " not found or accessible on " + instance.getClass(), e);
        }
    }

    private Object call(Method target, Object[] args) throws Throwable {
        if (!isEnabled()) {
            return null;
        }
        disable();
        try {
            return target.invoke(instance, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } finally {
            enable();
        }
    }

    @Override
    public void disable() {
        disabled.set(disabled.get() + 1);
    }

    @Override
    public void enable() {
        if (isEnabled()) {
            throw new AlfrescoRuntimeException("Cannot enable " + this + ": it was not disabled");
        }
        disabled.set(disabled.get() - 1);
    }

    @Override
    public boolean isEnabled() {
        return disabled.get() == 0;
    }

    @Override
    public NotificationFrequency getNotificationFrequency() {
        return frequency;
    }

    @Override
    public String toString() {
        return "Java method[class=" + instance.getClass().getName() + ", method=" + method + "]";
    }
}

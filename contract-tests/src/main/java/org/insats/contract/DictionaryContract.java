package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stock definitions that we build on, as tables written by hand from their documentation. */
@Tag("dictionary")
class DictionaryContract {

    private static final String ENFORCED = "enforced";
    private static final String WANTED = "wanted";

    private final Repo repo = new Repo();

    private QName name(String prefixed) {
        return QName.createQName(prefixed, repo.namespaces);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # class           | property                    | type       | mandatory | by system | default
                    sys:referenceable | sys:store-protocol          | d:text     | enforced  | false     | -
                    sys:referenceable | sys:store-identifier        | d:text     | enforced  | false     | -
                    sys:referenceable | sys:node-uuid               | d:text     | enforced  | false     | -
                    sys:referenceable | sys:node-dbid               | d:long     | enforced  | false     | -
                    sys:localized     | sys:locale                  | d:locale   | wanted    | false     | -
                    cm:cmobject       | cm:name                     | d:text     | enforced  | false     | -
                    cm:folder         | cm:name                     | d:text     | enforced  | false     | -
                    cm:content        | cm:name                     | d:text     | enforced  | false     | -
                    cm:content        | cm:content                  | d:content  | no        | false     | -
                    cm:auditable      | cm:created                  | d:datetime | enforced  | true      | -
                    cm:auditable      | cm:creator                  | d:text     | enforced  | true      | -
                    cm:auditable      | cm:modified                 | d:datetime | enforced  | true      | -
                    cm:auditable      | cm:modifier                 | d:text     | enforced  | true      | -
                    cm:auditable      | cm:accessed                 | d:datetime | no        | true      | -
                    cm:titled         | cm:title                    | d:mltext   | no        | false     | -
                    cm:titled         | cm:description              | d:mltext   | no        | false     | -
                    cm:author         | cm:author                   | d:text     | no        | false     | -
                    cm:ownable        | cm:owner                    | d:text     | no        | false     | -
                    cm:versionable    | cm:versionLabel             | d:text     | no        | true      | -
                    cm:versionable    | cm:versionType              | d:text     | no        | true      | -
                    cm:versionable    | cm:initialVersion           | d:boolean  | no        | false     | true
                    cm:versionable    | cm:autoVersion              | d:boolean  | no        | false     | true
                    cm:versionable    | cm:autoVersionOnUpdateProps | d:boolean  | no        | false     | false
                    cm:indexControl   | cm:isIndexed                | d:boolean  | no        | false     | true
                    cm:indexControl   | cm:isContentIndexed         | d:boolean  | no        | false     | true
                    cm:lockable       | cm:lockOwner                | d:text     | no        | true      | -
                    cm:lockable       | cm:lockType                 | d:text     | no        | true      | -
                    cm:person         | cm:userName                 | d:text     | wanted    | false     | -
                    cm:person         | cm:homeFolder               | d:noderef  | wanted    | false     | -
                    cm:person         | cm:firstName                | d:text     | wanted    | false     | -
                    cm:person         | cm:lastName                 | d:text     | wanted    | false     | -
                    cm:person         | cm:email                    | d:text     | no        | false     | -
                    cm:person         | cm:jobtitle                 | d:text     | no        | false     | -
                    cm:person         | cm:organization             | d:text     | no        | false     | -
                    cm:person         | cm:telephone                | d:text     | no        | false     | -
                    cm:person         | cm:mobile                   | d:text     | no        | false     | -
                    cm:authorityContainer | cm:authorityName        | d:text     | no        | false     | -
                    cm:authorityContainer | cm:authorityDisplayName | d:text     | no        | false     | -
                    bpm:task          | bpm:taskId                  | d:long     | wanted    | true      | -
                    bpm:task          | bpm:description             | d:text     | no        | false     | -
                    bpm:task          | bpm:startDate               | d:date     | no        | true      | -
                    bpm:task          | bpm:completionDate          | d:date     | no        | true      | -
                    bpm:task          | bpm:dueDate                 | d:date     | no        | false     | -
                    bpm:task          | bpm:status                  | d:text     | wanted    | false     | Not Yet Started
                    bpm:task          | bpm:priority                | d:int      | wanted    | false     | 2
                    bpm:task          | bpm:percentComplete         | d:int      | wanted    | false     | 0
                    bpm:task          | bpm:comment                 | d:text     | no        | false     | -
                    bpm:workflowTask  | bpm:outcome                 | d:text     | no        | false     | -
                    bpm:workflowTask  | bpm:context                 | d:noderef  | no        | false     | -
                    bpm:workflowTask  | bpm:packageActionGroup      | d:text     | no        | false     | ''
                    bpm:workflowTask  | bpm:packageItemActionGroup  | d:text     | no        | false     | read_package_item_actions
                    bpm:workflowTask  | bpm:reassignable            | d:boolean  | no        | false     | true
                    bpm:startTask     | bpm:packageActionGroup      | d:text     | no        | false     | add_package_item_actions
                    bpm:startTask     | bpm:packageItemActionGroup  | d:text     | no        | false     | start_package_item_actions
                    bpm:startTask     | bpm:workflowDescription     | d:text     | no        | false     | -
                    bpm:startTask     | bpm:workflowDueDate         | d:date     | no        | false     | -
                    bpm:startTask     | bpm:workflowPriority        | d:int      | no        | false     | 2
                    bpm:startTask     | bpm:sendEMailNotifications  | d:boolean  | no        | false     | false
                    """)
    void propertyIsDefinedSo(
            String type, String property, String dataType, String mandatory, boolean bySystem, String defaultValue) {
        PropertyDefinition definition = repo.dictionary.getProperty(name(type), name(property));
        assertThat(definition).isNotNull();
        assertThat(definition.getDataType().getName()).isEqualTo(name(dataType));
        assertThat(definition.isMultiValued()).isFalse();
        assertThat(mandatoryOf(definition)).isEqualTo(mandatory);
        assertThat(definition.isProtected()).isEqualTo(bySystem);
        assertThat(definition.getDefaultValue()).isEqualTo(defaultValue);
    }

    private static String mandatoryOf(PropertyDefinition definition) {
        if (definition.isMandatoryEnforced()) {
            return ENFORCED;
        }
        return definition.isMandatory() ? WANTED : "no";
    }

    @ParameterizedTest(name = "{0} is a {1}: {2}")
    @CsvSource({
        "cm:cmobject, sys:base, true",
        "cm:folder, cm:cmobject, true",
        "cm:content, cm:cmobject, true",
        "cm:content, cm:folder, false",
        "cm:systemfolder, cm:folder, true",
        "cm:person, cm:authority, true",
        "cm:person, sys:base, true",
        "cm:person, cm:cmobject, false",
        "cm:authorityContainer, cm:authority, true",
        "sys:container, sys:base, true",
        "sys:store_root, sys:container, true",
        "bpm:task, cm:content, true",
        "bpm:workflowTask, bpm:task, true",
        "bpm:startTask, bpm:workflowTask, true",
        "ct:specialItem, ct:item, true",
        "ct:item, ct:item, true",
        "ct:item, ct:specialItem, false",
    })
    void typeDescendsFrom(String type, String ancestor, boolean descends) {
        assertThat(repo.dictionary.isSubClass(name(type), name(ancestor))).isEqualTo(descends);
    }

    @Test
    void subtypesIncludeTheTypeItself() {
        assertThat(repo.dictionary.getSubTypes(Ct.ITEM, true))
                .containsExactlyInAnyOrder(Ct.ITEM, Ct.SPECIAL_ITEM, Ct.name("observed"));
    }

    @Test
    void ownModelIsKnown() {
        assertThat(repo.dictionary.getAllTypes()).contains(Ct.ITEM, Ct.DOCUMENT);
        assertThat(repo.dictionary.getAllAspects()).contains(Ct.MARKED);
        assertThat(repo.namespaces.getNamespaceURI("ct")).isEqualTo(Ct.URI);
        assertThat(repo.namespaces.getPrefixes(Ct.URI)).containsExactly("ct");
        assertThat(repo.dictionary.getProperty(Ct.TEXTS).isMultiValued()).isTrue();
    }

    @Test
    void inheritedPropertiesAreDefinedOnTheSubtype() {
        assertThat(repo.dictionary.getPropertyDefs(Ct.SPECIAL_ITEM)).containsKeys(Ct.TEXT, Ct.cm("name"));
        assertThat(repo.dictionary.getProperty(Ct.name("unknown"))).isNull();
    }
}

<#include "/org/insats/components/form/controls/common/control.inc.ftl" />
<@insatsControl field=field name="contractorname" />

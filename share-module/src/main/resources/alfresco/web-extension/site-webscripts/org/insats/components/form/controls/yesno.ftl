<#include "/org/insats/components/form/controls/common/control.inc.ftl" />
<@insatsControl name="yesno" />

<#--
  Draws a control of ours: a hidden input with the value, which Share's forms runtime submits, and beside it the custom element that changes it.
  The case is found by the node being edited, by the folder a new document goes to, or by the case number of a task.
-->
<#macro insatsControl field name>
   <#if field.value?is_number><#local value = field.value?c><#elseif field.value?is_boolean><#local value = field.value?string><#else><#local value = field.value></#if>
   <#local node = "">
   <#if form.mode == "create">
      <#local node = form.destination!"">
   <#elseif (form.arguments.itemKind!"") == "node">
      <#local node = form.arguments.itemId!"">
   </#if>
   <#local caseNumber = "">
   <#if form.fields["prop_inswf_caseNumber"]??><#local caseNumber = form.fields["prop_inswf_caseNumber"].value></#if>
   <#local goals = "">
   <#if form.fields["prop_ins_goals"]??><#local goals = form.fields["prop_ins_goals"].value></#if>
   <div class="form-field insats-field">
      <#if form.mode == "view">
      <div class="viewmode-field">
         <#if field.mandatory && value == "">
         <span class="incomplete-warning"><img src="${url.context}/res/components/form/images/warning-16.png" alt="" title="${msg("form.field.incomplete")?html}" /></span>
         </#if>
         <span class="viewmode-label" id="${fieldHtmlId}-label">${field.label?html}:</span>
         <span class="viewmode-value">
            <input type="hidden" id="${fieldHtmlId}" value="${value?html}" disabled="disabled" />
            <insats-control view
      <#else>
      <label id="${fieldHtmlId}-label" for="${fieldHtmlId}-control">${field.label?html}:<#if field.mandatory><span class="mandatory-indicator">${msg("form.required.fields.marker")}</span></#if></label>
      <#if field.help?? && field.help?length &gt; 0><div class="insats-help" id="${fieldHtmlId}-help">${field.help?html}</div></#if>
      <input type="hidden" id="${fieldHtmlId}" name="${field.name?html}" value="${value?html}"<#if field.disabled> disabled="disabled"</#if> />
            <insats-control<#if field.disabled> read-only</#if><#if field.mandatory> mandatory</#if>
      </#if>
               control="${name}"
               <#if field.help?? && field.help?length &gt; 0>described-by="${fieldHtmlId}-help"</#if>
               for="${fieldHtmlId}"
               node="${node?html}"
               case-number="${caseNumber?html}"
               goals="${goals?html}"
               options="${(field.control.params.options!"")?html}"
               option-separator="${(field.control.params.optionSeparator!",")?html}"
               params="${insatsParams(field.control.params)?html}"></insats-control>
      <#if form.mode == "view">
         </span>
      </div>
      </#if>
      <noscript>${msg("insats.control.noscript")?html}</noscript>
   </div>
   <#-- A dynamic import runs in forms that Share loads into a page later, where a module script would not. -->
   <script type="text/javascript">//<![CDATA[
      import("${url.context?js_string}/res/insats/insats-control.js");
   //]]></script>
</#macro>

<#-- The control parameters of the form configuration as JSON; what Share adds for value lists goes by attributes of its own. -->
<#function insatsParams params>
   <#local json = "">
   <#list params?keys as key>
      <#if key != "options" && key != "optionSeparator">
         <#if json != ""><#local json = json + ","></#if>
         <#local json = json + "\"" + key?js_string + "\":\"" + params[key]?js_string + "\"">
      </#if>
   </#list>
   <#return "{" + json + "}">
</#function>

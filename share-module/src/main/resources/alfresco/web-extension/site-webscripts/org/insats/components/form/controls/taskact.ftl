<#-- The act of a task where it asks for more than a day: a button to its own form. Nothing of it is a field of Share's form. -->
<div class="form-field insats-field" id="${fieldHtmlId}">
   <insats-task-act class="insats-app" task="${(form.arguments.itemId!"")?html}"></insats-task-act>
   <noscript>${msg("insats.control.noscript")?html}</noscript>
</div>
<script type="text/javascript">//<![CDATA[
   import("${url.context?js_string}/res/insats/insats-task-act.js");
//]]></script>

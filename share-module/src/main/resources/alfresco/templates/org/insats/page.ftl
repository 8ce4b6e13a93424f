<#include "/org/alfresco/include/alfresco-template.ftl" />
<#-- One template for all pages of Insats: the module draws the one that the page's id names. -->
<@templateHeader />

<@templateBody>
   <@markup id="alf-hd">
   <div id="alf-hd">
      <@region scope="global" id="share-header" chromeless="true" />
   </div>
   </@>
   <@markup id="bd">
   <div id="bd">
      <div class="insats-app insats-page" data-page="${page.id?html}" data-admin="${((user.isAdmin)!false)?string}"><noscript>${msg("insats.control.noscript")?html}</noscript></div>
   </div>
   <script type="module" src="${url.context}/res/insats/share-page.js"></script>
   </@>
</@>

<@templateFooter>
   <@markup id="alf-ft">
   <div id="alf-ft">
      <@region id="footer" scope="global" />
   </div>
   </@>
</@>

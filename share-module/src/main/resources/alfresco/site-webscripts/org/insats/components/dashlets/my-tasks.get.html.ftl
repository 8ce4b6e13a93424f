<div class="dashlet">
   <div class="title">${msg("insats.dashlet.tasks")?html}</div>
   <div class="body scrollableList"<#if args.height??> style="height: ${args.height?html}px;"</#if>>
      <div class="insats-app insats-dashlet"><insats-tasks></insats-tasks></div>
   </div>
</div>
<script type="module" src="${url.context}/res/insats/share-dashlet.js"></script>

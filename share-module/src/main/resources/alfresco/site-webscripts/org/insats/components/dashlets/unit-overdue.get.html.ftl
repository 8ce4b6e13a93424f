<div class="dashlet">
   <div class="title">${msg("insats.dashlet.unitOverdue")?html}</div>
   <div class="body scrollableList"<#if args.height??> style="height: ${args.height?html}px;"</#if>>
      <div class="insats-app insats-dashlet"><insats-deadlines scope="unit" overdue brief></insats-deadlines></div>
   </div>
</div>
<script type="module" src="${url.context}/res/insats/share-dashlet.js"></script>

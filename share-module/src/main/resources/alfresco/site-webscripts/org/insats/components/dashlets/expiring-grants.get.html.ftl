<div class="dashlet">
   <div class="title">${msg("insats.dashlet.grants")?html}</div>
   <div class="body scrollableList"<#if args.height??> style="height: ${args.height?html}px;"</#if>>
      <div class="insats-app insats-dashlet"><insats-list list="expiring-grants"></insats-list></div>
   </div>
</div>
<script type="module" src="${url.context}/res/insats/share-dashlet.js"></script>

/*
 * What Insats adds to Share's document library and details page. Share joins and shrinks this file with its own, so it keeps to the
 * JavaScript that Share's tools know; the dialogue itself is a module.
 */
(function () {
   var loaded = false;

   function loadDialogue(then) {
      if (loaded) {
         then();
         return;
      }
      var script = document.createElement("script");
      script.type = "module";
      script.src = Alfresco.constants.URL_RESCONTEXT + "insats/share-dialog.js";
      script.onload = function () {
         loaded = true;
         then();
      };
      document.head.appendChild(script);
   }

   // Share runs it with its document list, or its details page, as "this".
   function onInsatsActs(record) {
      var details = this.actionsView === "details";
      var id = record.nodeRef.split("/").pop();
      var changed = function () {
         if (details) {
            window.location.reload();
         } else {
            YAHOO.Bubbling.fire("metadataRefresh");
         }
      };
      loadDialogue(function () {
         document.dispatchEvent(new CustomEvent("insats-open-acts", { detail: { documentId: id, changed: changed } }));
      });
   }

   // Menus can tell a folder of a case, and the file of a contractor, by these classes on the page.
   function onFolderShown(layer, args) {
      var parent = args[1].metadata && args[1].metadata.parent;
      var aspects = (parent && parent.aspects) || [];
      var inRegister = Boolean(parent) && parent.type === "insctr:contractorFile";
      var inCase = aspects.indexOf("ins:inCase") !== -1 || inRegister;
      document.body.classList.toggle("insats-in-case", inCase);
      document.body.classList.toggle("insats-in-register", inRegister);
   }

   YAHOO.Bubbling.fire("registerAction", { actionName: "onInsatsActs", fn: onInsatsActs });
   YAHOO.Bubbling.on("doclistMetadata", onFolderShown);
})();

// Runs after Share's own controller of the same name, which has built the header.
var menu = widgetUtils.findObject(model.jsonModel, "id", "HEADER_APP_MENU_BAR");
if (menu != null) {
   menu.config.widgets.push({
      id: "HEADER_INSATS",
      name: "alfresco/menus/AlfMenuBarItem",
      config: {
         id: "HEADER_INSATS",
         label: msg.get("insats.header.menu"),
         targetUrl: "insats-cases"
      }
   });
}

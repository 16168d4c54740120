/** Tabs that Teams itself fills for an app with a bot; it names them, too. */
export const reservedTabs = ["conversations", "about"];

export const isReserved = (entityId: string | undefined) =>
  entityId !== undefined && reservedTabs.includes(entityId.toLowerCase());

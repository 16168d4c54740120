/** What the examples of these rules ask for, and where a manifest asks for it. */
export const at = ["authorization", "permissions", "resourceSpecific"] as const;

export const id = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";

export const rsc = (...list: { name: string; type: string }[]) => ({
  authorization: { permissions: { resourceSpecific: list } },
  webApplicationInfo: { id, resource: "https://tabs.contoso.com" },
});

export const read = { name: "ChannelMessage.Read.Group", type: "Application" };

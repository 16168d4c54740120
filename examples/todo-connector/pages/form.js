// The part of the configuration page that knows nothing of teams-js: what is chosen, and telling our own server.

const lists = JSON.parse(document.getElementById("lists").dataset.names);
const form = document.getElementById("choices");
const listBox = document.getElementById("lists");

for (const name of lists) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "radio", name: "list", value: name });
  label.append(input, ` ${name}`);
  listBox.append(label);
}

/** What is chosen; `list` is empty until something is. */
export function chosen() {
  const data = new FormData(form);
  return { list: data.get("list") ?? "", format: data.get("format") };
}

/** Puts back what was saved before, when the dialog is opened again. */
export function restore(entityId) {
  const [list, format] = (entityId ?? "").split(":");
  for (const input of form.elements) {
    if (input.value === list || input.value === format) input.checked = true;
  }
}

export function onChange(listener) {
  form.addEventListener("change", listener);
}

/** Tells our server where to post. @throws Error in words for people */
export async function subscribe(webhookUrl) {
  const answer = await fetch("/subscriptions", {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ webhookUrl, ...chosen() }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

export async function unsubscribe(webhookUrl) {
  await fetch("/subscriptions", {
    method: "DELETE",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ webhookUrl }),
  });
}

export function showTheme(theme) {
  document.body.className = theme ?? "";
}

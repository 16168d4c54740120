/** A bot for the examples of these rules. */
export const botId = "2b9a4c1e-5f0d-4c3a-9a76-0f6f0f7e1c55";

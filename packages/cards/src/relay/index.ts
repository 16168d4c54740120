export { type CardEvent, cardEvent } from "./card-event.ts";
export { slackMessage } from "./slack.ts";
export { workflowsMessage } from "./workflows.ts";

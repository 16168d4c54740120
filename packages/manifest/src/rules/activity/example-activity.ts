/** An activity type for the examples of these rules. */
export const type = { type: "alertRaised", description: "An alert was raised", templateText: "{actor} raised {alert}" };

/** Permissions in words. Names follow Microsoft's reference of resource-specific consent and of Graph scopes. */
import type { Text } from "../finding.ts";

export type PermissionKind = "reads" | "writes" | "acts";

interface Words {
  kind: PermissionKind;
  title: Text;
}

const words = (kind: PermissionKind, en: string, fr: string): Words => ({ kind, title: { en, fr } });

/** Permissions whose name does not say enough, by exact name. */
const exact: Readonly<Record<string, Words>> = {
  identity: words(
    "reads",
    "Know who you are: name, address and picture",
    "Savoir qui vous êtes : nom, adresse et photo",
  ),
  messageTeamMembers: words(
    "acts",
    "Send messages to members of your teams",
    "Envoyer des messages aux membres de vos équipes",
  ),
  geolocation: words("reads", "Know where this device is", "Savoir où se trouve cet appareil"),
  media: words("reads", "Use camera, microphone and speakers", "Utiliser caméra, micro et haut-parleurs"),
  notifications: words("acts", "Show notifications on this device", "Afficher des notifications sur cet appareil"),
  midi: words("reads", "Use MIDI instruments", "Utiliser des instruments MIDI"),
  openExternal: words("acts", "Open links in other programs", "Ouvrir des liens dans d'autres programmes"),
  "ChannelMessage.Read.Group": words(
    "reads",
    "Read messages in the team's channels",
    "Lire les messages des canaux de l'équipe",
  ),
  "ChannelMessage.Send.Group": words(
    "acts",
    "Send messages to the team's channels",
    "Envoyer des messages dans les canaux de l'équipe",
  ),
  "ChatMessage.Read.Chat": words("reads", "Read messages in the chat", "Lire les messages de la conversation"),
  "ChatMessage.Send.Chat": words("acts", "Send messages to the chat", "Envoyer des messages dans la conversation"),
  "TeamsActivity.Send.Group": words(
    "acts",
    "Put entries into members' activity feeds",
    "Ajouter des entrées au fil d'activité des membres",
  ),
  "TeamsActivity.Send.Chat": words(
    "acts",
    "Put entries into participants' activity feeds",
    "Ajouter des entrées au fil d'activité des participants",
  ),
  "TeamsActivity.Send.User": words(
    "acts",
    "Put entries into your activity feed",
    "Ajouter des entrées à votre fil d'activité",
  ),
  "LiveShareSession.ReadWrite.Chat": words(
    "writes",
    "Share live sessions in meetings",
    "Partager des séances en direct en réunion",
  ),
  "LiveShareSession.ReadWrite.Group": words(
    "writes",
    "Share live sessions in channels",
    "Partager des séances en direct dans les canaux",
  ),
  "MeetingStage.Write.Chat": words(
    "writes",
    "Show content on the meeting stage",
    "Afficher du contenu sur la scène de réunion",
  ),
  "OnlineMeetingIncomingAudio.Detect.Chat": words(
    "reads",
    "Notice when somebody speaks in a meeting",
    "Remarquer quand quelqu'un parle en réunion",
  ),
  "OnlineMeetingNotification.Send.Chat": words(
    "acts",
    "Send notifications into meetings",
    "Envoyer des notifications dans les réunions",
  ),
  "Calls.AccessMedia.Chat": words("reads", "Listen to and see calls", "Écouter et voir les appels"),
  "Calls.JoinGroupCalls.Chat": words("acts", "Join calls as an app", "Rejoindre les appels en tant qu'application"),
  "InAppPurchase.Allow.User": words("acts", "Offer purchases inside the app", "Proposer des achats dans l'application"),
};

/** The things that names such as `TeamMember.Read.Group` are about. */
const things: Readonly<Record<string, Text>> = {
  Channel: { en: "channels", fr: "les canaux" },
  ChannelMeeting: { en: "channel meetings", fr: "les réunions de canal" },
  ChannelMeetingParticipant: { en: "participants of channel meetings", fr: "les participants des réunions de canal" },
  ChannelMeetingRecording: { en: "recordings of channel meetings", fr: "les enregistrements des réunions de canal" },
  ChannelMeetingTranscript: { en: "transcripts of channel meetings", fr: "les transcriptions des réunions de canal" },
  ChannelMember: { en: "channel members", fr: "les membres des canaux" },
  ChannelSettings: { en: "channel settings", fr: "les paramètres des canaux" },
  Chat: { en: "the chat", fr: "la conversation" },
  ChatMember: { en: "chat members", fr: "les membres de la conversation" },
  ChatSettings: { en: "chat settings", fr: "les paramètres de la conversation" },
  Files: { en: "files", fr: "les fichiers" },
  Member: { en: "members", fr: "les membres" },
  OnlineMeeting: { en: "online meetings", fr: "les réunions en ligne" },
  OnlineMeetingParticipant: { en: "meeting participants", fr: "les participants aux réunions" },
  OnlineMeetingRecording: { en: "meeting recordings", fr: "les enregistrements de réunions" },
  OnlineMeetingTranscript: { en: "meeting transcripts", fr: "les transcriptions de réunions" },
  Owner: { en: "owners", fr: "les propriétaires" },
  TeamMember: { en: "team members", fr: "les membres de l'équipe" },
  TeamSettings: { en: "team settings", fr: "les paramètres de l'équipe" },
  TeamsAppInstallation: { en: "installed apps", fr: "les applications installées" },
  TeamsTab: { en: "tabs", fr: "les onglets" },
};

const verbs: Readonly<Record<PermissionKind, Text>> = {
  reads: { en: "Read", fr: "Lire" },
  writes: { en: "Change", fr: "Modifier" },
  acts: { en: "Act on", fr: "Agir sur" },
};

/** What a permission allows, for any name; one that nobody knows keeps its name as its title. */
export function permissionInWords(name: string): Words {
  if (Object.hasOwn(exact, name)) return exact[name] as Words;
  const [thing = name, verb = ""] = name.split(".");
  const kind = kindOfVerb(verb);
  const about = Object.hasOwn(things, thing) ? things[thing] : undefined;
  if (about === undefined) return words(kind, name, name);
  return words(kind, `${verbs[kind].en} ${about.en}`, `${verbs[kind].fr} ${about.fr}`);
}

function kindOfVerb(verb: string): PermissionKind {
  if (/Write|Create|Delete|Edit|Manage|Update/i.test(verb)) return "writes";
  if (/Send|Join|Initiate|Post|Invite|Allow/i.test(verb)) return "acts";
  return "reads";
}

import type { Message } from "../../shared/live/live-protocol.ts";

/** Where a card stands: its message, and its number in it. */
export interface CardPlace {
  readonly message: Message;
  readonly index: number;
}

/** The message that vouches for pictures. */
export interface PictureSource {
  readonly channelId: string;
  readonly messageId: string;
}

/** Where the picture of an address comes from. */
export type PictureAddress = (address: string) => string;

/** Leads nowhere: where no message vouches for a picture, its words are shown. */
export const noPicture: PictureAddress = () => "data:,";

/** Pictures come through Parvis, which the sender's host then sees in place of the reader. */
export function pictureAddress({ channelId, messageId }: PictureSource): PictureAddress {
  return (address) => {
    const url = encodeURIComponent(URL.canParse(address) ? new URL(address).href : address);
    // The renderer writes background pictures into url('…') of a style; these characters would end it.
    const quoted = url.replace(/['()]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
    return `/api/channels/${channelId}/messages/${messageId}/picture?url=${quoted}`;
  };
}

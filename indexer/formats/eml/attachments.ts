import type { Attachment, Email } from 'postal-mime';
import { foldSpaces } from '../clean.ts';

/** Attachments that are no documents: pictures, invitations, signatures. */
const NO_DOCUMENT =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|vcard|x-vcard|css)$|(?:pgp|pkcs7)-|^application\/(?:ics|pgp)/;
/** A list's foot, which servers attach to messages that they cannot add it to. */
const SERVERS = /^ATT\d+\.(?:txt|html?)$/i;

/** A document that came with a message. */
export interface Enclosed {
  name: string;
  bytes: Uint8Array;
  isMessage: boolean;
}

function isDocument({ mimeType, related, filename }: Attachment): boolean {
  return !related && !NO_DOCUMENT.test(mimeType) && !SERVERS.test(filename ?? '');
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

/** The documents that came with a message, each under a name of its own. */
export function enclosedIn({ attachments }: Email): Enclosed[] {
  const seen = new Map<string, number>();
  return attachments.filter(isDocument).map((attachment, at) => {
    const isMessage = attachment.mimeType === 'message/rfc822';
    const stated = foldSpaces(attachment.filename ?? '').replace(/[/\\]+/g, '-');
    const name = stated || `attachment-${at + 1}${isMessage ? '.eml' : ''}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { name: times === 1 ? name : `${name} (${times})`, bytes: bytesOf(attachment), isMessage };
  });
}

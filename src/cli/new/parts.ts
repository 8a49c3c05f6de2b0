import { adsPart } from './ads-part.ts';
import { blogPart } from './blog-part.ts';
import { chatPart } from './chat-part.ts';
import { emailPart } from './email-part.ts';
import type { PartName } from './kinds.ts';
import type { Part } from './types.ts';
import { updatePart } from './update-part.ts';

/** What executions are put together from; a part's name becomes the id of its step. */
export const parts: Readonly<Record<PartName, Part>> = {
  blog: blogPart,
  email: emailPart,
  ads: adsPart,
  chat: chatPart,
  update: updatePart,
};

/** What `new` can write, in the words of marketing, and the parts that each is made of. */
export const kinds = {
  blog: { words: 'a post on the website', parts: ['blog'] },
  email: { words: 'an e-mail to a list', parts: ['email'] },
  'blog-and-email': { words: 'a post, and an e-mail that links to it', parts: ['blog', 'email'] },
  ads: { words: 'search ads with a budget', parts: ['ads'] },
  chat: { words: 'a message to the team', parts: ['chat'] },
  update: { words: 'new text on a page that exists', parts: ['update'] },
  launch: { words: 'a post, search ads, an e-mail, a word to the team', parts: ['blog', 'ads', 'email', 'chat'] },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly parts: readonly PartName[] }>>;

export type PartName = 'blog' | 'email' | 'ads' | 'chat' | 'update';
export type Kind = keyof typeof kinds;
